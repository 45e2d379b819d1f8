package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a program that refuses to be root. For an ordinary user that is the program itself. For root
 * it is a user namespace without mappings, in which root is nobody in particular yet still owns its
 * files, so nothing has to change hands; where the kernel allows no such namespaces, the program
 * becomes the user {@code nobody}, who is then given the data.
 */
enum OrdinaryUser {
    MYSELF(""),
    NAMESPACE("unshare -U"),
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups");

    private static final String OWNER = "65534:65534";

    private final String prefix;

    OrdinaryUser(String prefix) {
        this.prefix = prefix;
    }

    /** The first way that works here. */
    static OrdinaryUser here() throws IOException, InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return MYSELF;
        }
        for (OrdinaryUser way : List.of(NAMESPACE, NOBODY)) {
            if (way.works()) {
                return way;
            }
        }
        throw new StackFailure(
                "PostgreSQL refuses to run as root, and neither unshare -U nor setpriv works here. Run this as an ordinary user.");
    }

    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (!prefix.isEmpty()) {
            command.addAll(List.of(prefix.split(" ")));
        }
        command.add(program);
        command.addAll(arguments);
        return command;
    }

    /** Lets the program read and write this file or folder. */
    void give(Path path) throws IOException, InterruptedException {
        boolean given = Files.getAttribute(path, "unix:uid").equals(65534);
        if (this == NOBODY && !given) {
            run(List.of("chown", "-R", OWNER, path.toString()));
        }
    }

    private boolean works() throws InterruptedException {
        try {
            return run(command("true", List.of())) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
