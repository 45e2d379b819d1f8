package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * S3Proxy over the file system, one process per store. Each identity has a folder of its own:
 * whoever holds the working bucket's key cannot see the archive's buckets on the same endpoint.
 *
 * <p>It keeps object metadata in extended attributes and does not {@code fsync}: for a laptop and
 * for tests, not for holdings.
 */
public final class S3Store extends Component {

    public static final String PRIMARY = "s3-primary";
    public static final String REPLICA = "s3-replica";

    private final int port;
    private final List<String> identities;

    /**
     * @param identities access keys that this store knows
     */
    public S3Store(Site site, String name, List<String> identities) {
        super(site, name);
        this.port = site.settings().port(name);
        this.identities = List.copyOf(identities);
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public int memoryMiB() {
        return 240;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port);
    }

    @Override
    protected void prepare() throws IOException {
        Path config = site.config(name());
        Files.writeString(
                config.resolve("logback.xml"),
                """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{yyyy-MM-dd'T'HH:mm:ss.SSSX, UTC} %-5level %logger{20} %msg%n</pattern></encoder>
                  </appender>
                  <root level="warn"><appender-ref ref="out"/></root>
                  <logger name="org.gaul.s3proxy.Main" level="info"/>
                </configuration>
                """);
        for (String identity : identities) {
            Path data = Files.createDirectories(site.data(name()).resolve(identity));
            requireExtendedAttributes(data);
            Files.writeString(
                    properties(identity),
                    """
                    s3proxy.endpoint=%s
                    s3proxy.authorization=aws-v2-or-v4
                    s3proxy.identity=%s
                    s3proxy.credential=%s
                    jclouds.provider=filesystem-nio2
                    jclouds.filesystem.basedir=%s
                    """
                            .formatted(
                                    address(),
                                    identity,
                                    site.settings().secret(name() + "-" + identity),
                                    data));
        }
    }

    @Override
    protected List<String> command() throws IOException {
        JavaProgram java =
                new JavaProgram(160)
                        .flags(
                                "-Dlogback.configurationFile="
                                        + site.config(name()).resolve("logback.xml"));
        if (!site.profile().keepsData()) {
            java.quickStart();
        }
        List<String> arguments = new ArrayList<>();
        for (String identity : identities) {
            arguments.addAll(List.of("--properties", properties(identity).toString()));
        }
        return java.main(
                site.distributions().classPath("s3proxy"), "org.gaul.s3proxy.Main", arguments);
    }

    /** Any answer will do: without a signature it is a refusal. */
    @Override
    protected boolean answers(ChildProcess process) throws InterruptedException {
        return Probe.connects(port) && Probe.httpStatus(address()) > 0;
    }

    private Path properties(String identity) throws IOException {
        return site.config(name()).resolve(identity + ".properties");
    }

    private static void requireExtendedAttributes(Path folder) throws IOException {
        Path trial = Files.createTempFile(folder.getParent(), "trial", "");
        try {
            Files.getFileAttributeView(trial, UserDefinedFileAttributeView.class)
                    .write(
                            "earchive.trial",
                            ByteBuffer.wrap("1".getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException | UnsupportedOperationException e) {
            throw new StackFailure(
                    "The file system under "
                            + folder
                            + " keeps no extended attributes, in which the S3 store holds content types and digests. Put the project on ext4, xfs or btrfs.",
                    e);
        } finally {
            Files.delete(trial);
        }
    }
}
