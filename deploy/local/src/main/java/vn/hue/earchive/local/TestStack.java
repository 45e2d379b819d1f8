package vn.hue.earchive.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.hue.earchive.local.component.Profile;
import vn.hue.earchive.local.component.StackFailure;
import vn.hue.earchive.local.process.ProcessRecord;
import vn.hue.earchive.local.stack.StackClient;
import vn.hue.earchive.local.stack.StackLauncher;

/**
 * The stack of real components that one build's tests share. The first test that asks starts it in
 * {@code .stack/build}, on empty data; it ends with the Maven process, or with this process when
 * there is no Maven above it. A second build in the same clone at the same time gets a stack of its
 * own.
 *
 * <p>Each {@code forModule} answers with a place of its own on the stack — database, topic prefix,
 * buckets, index prefix — so that no test sees what another left behind.
 */
public final class TestStack {

    private static final List<String> DEFAULT = List.of("postgres", "kafka", "s3", "opensearch");

    private final Map<String, String> configuration;

    private TestStack(Map<String, String> configuration) {
        this.configuration = configuration;
    }

    /** A place for this module with PostgreSQL, Kafka, both S3 stores and OpenSearch. */
    public static TestStack forModule(String module) {
        return forModule(module, DEFAULT);
    }

    /**
     * A place for this module.
     *
     * @param module lower-case letters; also the prefix of its database roles, for example {@code
     *     document_owner}
     * @param components of {@code postgres kafka s3 opensearch keycloak}: those that must run
     */
    public static TestStack forModule(String module, Collection<String> components) {
        try {
            StackClient stack = connect();
            if (!components.isEmpty()) {
                stack.start(components, line -> System.out.println("stack " + line));
            }
            return new TestStack(stack.place(module));
        } catch (IOException e) {
            throw new StackFailure("The build's stack cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while the build's stack was starting", e);
        }
    }

    /** The configuration of the module's service on this place, by property name. */
    public Map<String, String> quarkusConfig() {
        return configuration;
    }

    /** One value of {@link #quarkusConfig}, for tests that talk to a component themselves. */
    public String get(String property) {
        String value = configuration.get(property);
        if (value == null) {
            throw new IllegalArgumentException(
                    property
                            + " is not configured; was its component asked for? There is "
                            + configuration.keySet());
        }
        return value;
    }

    /** The build's stack, started if it does not run yet; none of its components may run. */
    static StackClient connect() throws IOException, InterruptedException {
        Path root = ProjectRoot.find();
        long build = build().pid();
        return new StackLauncher(root, home(root, build), Profile.TEST, build).connect();
    }

    /** The folder of the build's stack. */
    static Path home() throws IOException {
        return home(ProjectRoot.find(), build().pid());
    }

    /** The Maven process above this one, else this process. */
    private static ProcessHandle build() {
        for (Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
                ancestor.isPresent();
                ancestor = ancestor.get().parent()) {
            String command = ancestor.get().info().commandLine().orElse("");
            if (command.contains("org.codehaus.plexus.classworlds.launcher.Launcher")) {
                return ancestor.get();
            }
        }
        return ProcessHandle.current();
    }

    private static Path home(Path root, long build) throws IOException {
        Path usual = root.resolve(".stack/build");
        Optional<ProcessRecord> owner = ProcessRecord.read(usual.resolve("run/watched"));
        boolean foreign =
                owner.isPresent()
                        && owner.get().pid() != build
                        && owner.get().process().isPresent();
        Path home = foreign ? root.resolve(".stack/build-" + build) : usual;
        Files.createDirectories(home);
        return home;
    }
}
