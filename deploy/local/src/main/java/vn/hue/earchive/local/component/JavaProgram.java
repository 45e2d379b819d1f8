package vn.hue.earchive.local.component;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java program, run by the same JDK as this one, with bounded memory. */
public final class JavaProgram {

    private final List<String> command = new ArrayList<>();

    /**
     * @param heapMiB the most that its heap may take
     */
    public JavaProgram(int heapMiB) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + heapMiB + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Djava.net.preferIPv4Stack=true"));
    }

    /** Ready sooner and smaller, slower in the long run: right for tests and for short programs. */
    public JavaProgram quickStart() {
        return flags("-XX:TieredStopAtLevel=1", "-Xshare:auto");
    }

    public JavaProgram flags(String... flags) {
        command.addAll(List.of(flags));
        return this;
    }

    public List<String> main(String classPath, String mainClass, List<String> arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("-cp", classPath, mainClass));
        whole.addAll(arguments);
        return List.copyOf(whole);
    }

    public List<String> jar(Path jar) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(whole);
    }
}
