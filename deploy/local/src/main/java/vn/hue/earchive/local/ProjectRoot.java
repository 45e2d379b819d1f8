package vn.hue.earchive.local;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.hue.earchive.local.component.StackFailure;

/** The folder that holds the Maven wrapper, whichever module or tool runs. */
final class ProjectRoot {

    private ProjectRoot() {}

    static Path find() {
        String given = System.getProperty("earchive.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        for (Path candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isDirectory(candidate.resolve(".mvn"))) {
                return candidate;
            }
        }
        throw new StackFailure(
                "No .mvn folder above " + folder + ": set -Dearchive.root to the project's root.");
    }
}
