package vn.hue.earchive.kit.apart;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where a process apart finds its classes: those of the service, as it was started. */
final class ApartClassPath {

    private ApartClassPath() {}

    /** As {@code -cp} takes it: the packaged application's folders, or the class path of a test. */
    static String of(Class<?> main) {
        Path own = place(main);
        Path lib = folderOfPackagedLibraries(place(ApartClassPath.class));
        if (own != null && lib != null) {
            return String.join(
                    File.pathSeparator,
                    own.toString(),
                    lib.resolve("main").resolve("*").toString(),
                    lib.resolve("boot").resolve("*").toString());
        }
        String tests = System.getProperty("surefire.test.class.path");
        return tests != null ? tests : System.getProperty("java.class.path", "");
    }

    /** The {@code lib} of {@code quarkus-app/lib/main/….jar}. */
    private static @Nullable Path folderOfPackagedLibraries(@Nullable Path library) {
        Path folder = library == null ? null : library.getParent();
        return folder != null && folder.endsWith(Path.of("lib", "main"))
                ? folder.getParent()
                : null;
    }

    private static @Nullable Path place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return null;
        }
        try {
            URI uri = source.getLocation().toURI();
            return uri.getScheme().equals("file") ? Path.of(uri) : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
