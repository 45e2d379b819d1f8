package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.hue.earchive.local.process.Children;

/**
 * Where one stack lives: its folder with {@code data}, {@code log} and {@code run}, what it chose
 * once, and who starts its processes.
 *
 * @param root the project's root
 * @param home the stack's folder, for example {@code .stack/local}
 */
public record Site(
        Path root,
        Path home,
        Profile profile,
        Settings settings,
        Distributions distributions,
        Children children) {

    public static Site at(Path root, Path home, Profile profile) throws IOException {
        Files.createDirectories(home);
        return new Site(
                root,
                home,
                profile,
                Settings.in(home),
                new Distributions(root.resolve(".stack/dist")),
                new Children(home.resolve("run"), home.resolve("log")));
    }

    /** The component's own data folder, created when absent. */
    Path data(String component) throws IOException {
        return Files.createDirectories(home.resolve("data").resolve(component));
    }

    /** An empty data folder of this name. */
    Path freshData(String name) throws IOException {
        Folders.delete(home.resolve("data").resolve(name));
        return data(name);
    }

    /** The component's configuration, written anew at each start. */
    Path config(String component) throws IOException {
        return Files.createDirectories(home.resolve("run").resolve(component));
    }
}
