package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * A single OpenSearch node on the loopback interface, without TLS and without the security plug-in.
 */
public final class SearchNode extends Component {

    public static final String NAME = "opensearch";

    private final int port;
    private final int transportPort;

    public SearchNode(Site site) {
        super(site, NAME);
        // The runner looks for its port up to 9299 only.
        this.port = site.settings().port(NAME, 0, 9202, 9299);
        this.transportPort = site.settings().port("opensearch-transport");
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public int memoryMiB() {
        return 600;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port, transportPort);
    }

    @Override
    protected void prepare() throws IOException {
        Path config = site.config(NAME);
        Files.writeString(
                config.resolve("opensearch.yml"),
                """
                network.host: 127.0.0.1
                transport.port: %d
                discovery.type: single-node
                cluster.routing.allocation.disk.threshold_enabled: false
                action.auto_create_index: false
                action.destructive_requires_name: true
                """
                        .formatted(transportPort));
        Files.writeString(
                config.resolve("log4j2.properties"),
                """
                status = error
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = [%d{ISO8601}][%-5p][%c{1.}] %m%n
                rootLogger.level = info
                rootLogger.appenderRef.console.ref = console
                """);
    }

    @Override
    protected List<String> command() throws IOException {
        JavaProgram java =
                new JavaProgram(384)
                        .flags(
                                "-Xms128m",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dlog4j2.formatMsgNoLookups=true");
        if (!site.profile().keepsData()) {
            java.quickStart();
        } else {
            java.flags("--add-modules=jdk.incubator.vector");
        }
        return java.main(
                site.distributions().classPath(NAME),
                "org.codelibs.opensearch.runner.OpenSearchRunner",
                List.of(
                        "-basePath",
                        site.data(NAME).toString(),
                        "-confPath",
                        site.config(NAME).toString(),
                        "-numOfNode",
                        "1",
                        "-baseHttpPort",
                        Integer.toString(port - 1),
                        "-clusterName",
                        "earchive-" + site.home().getFileName(),
                        "-printOnFailure"));
    }

    @Override
    protected boolean answers(ChildProcess process) throws InterruptedException {
        return Probe.connects(port)
                && Probe.httpStatus(address() + "/_cluster/health?wait_for_status=yellow") == 200;
    }

    @Override
    protected Duration startTimeout() {
        return Duration.ofMinutes(4);
    }
}
