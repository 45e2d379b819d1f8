package vn.hue.earchive.archive.pronom;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.LogManager;
import vn.hue.earchive.kit.apart.ApartMain;

/** The process: a {@link Request} a line, a {@link PronomResult} a line, both as JSON. */
public final class PronomMain {

    static final ObjectMapper JSON = new ObjectMapper();

    private PronomMain() {}

    /**
     * @param path of a file whose name ends with the extension that its maker gave it
     * @param whole whether all of the file is there
     */
    record Request(String path, boolean whole) {}

    /** No arguments. */
    public static void main(String[] arguments) throws IOException {
        ApartMain.serve(() -> {
            LogManager.getLogManager().reset();
            Droid droid = Droid.load(Path.of(System.getProperty("java.io.tmpdir")));
            return line -> {
                Request request = JSON.readValue(line, Request.class);
                return JSON.writeValueAsString(
                        droid.identify(Path.of(request.path()), request.whole()));
            };
        });
    }
}
