package vn.hue.earchive.signature;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.apart.ApartMain;

/** The checking process: a {@link CheckRequest} a line (JSON), a {@link CheckReply} a line. */
public final class CheckerMain {

    private CheckerMain() {}

    /**
     * @param arguments folder of trust anchors and folder of revocation lists, {@code -} for none
     */
    public static void main(String[] arguments) throws IOException {
        ApartMain.serve(() -> {
            ObjectMapper json = json();
            Look look = new Look(folder(arguments[0]), folder(arguments[1]));
            return request ->
                    json.writeValueAsString(look.at(json.readValue(request, CheckRequest.class)));
        });
    }

    /** The JSON of both ends. */
    public static ObjectMapper json() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    private static @Nullable Path folder(String argument) {
        return argument.equals("-") ? null : Path.of(argument);
    }
}
