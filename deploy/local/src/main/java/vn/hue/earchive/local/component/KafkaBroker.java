package vn.hue.earchive.local.component;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.local.process.ChildProcess;

/**
 * Kafka in KRaft mode, broker and controller in one process, on the loopback interface without
 * authentication.
 */
public final class KafkaBroker extends Component {

    public static final String NAME = "kafka";

    private final int port;
    private final int controllerPort;

    public KafkaBroker(Site site) {
        super(site, NAME);
        this.port = site.settings().port(NAME);
        this.controllerPort = site.settings().port("kafka-controller");
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public int memoryMiB() {
        return 380;
    }

    @Override
    protected List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    @Override
    protected void prepare() throws IOException, InterruptedException {
        Path data = site.data(NAME);
        Files.writeString(
                properties(),
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                num.partitions=6
                auto.create.topics.enable=false
                offsets.topic.num.partitions=4
                offsets.topic.replication.factor=1
                transaction.state.log.num.partitions=2
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """
                        .formatted(port, controllerPort, data));
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        Path log = site.home().resolve("log/kafka-format.log");
        int exit =
                new ProcessBuilder(
                                new JavaProgram(128)
                                        .quickStart()
                                        .main(
                                                site.distributions().classPath(NAME),
                                                "kafka.tools.StorageTool",
                                                List.of(
                                                        "format",
                                                        "--ignore-formatted",
                                                        "--cluster-id",
                                                        randomClusterId(),
                                                        "--config",
                                                        properties().toString())))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new StackFailure(
                    "Kafka's storage could not be formatted (exit code "
                            + exit
                            + "); see "
                            + log
                            + ".");
        }
    }

    @Override
    protected List<String> command() throws IOException {
        JavaProgram java = new JavaProgram(256).flags("-Dorg.slf4j.simpleLogger.showDateTime=true");
        if (!site.profile().keepsData()) {
            java.quickStart();
        }
        return java.main(
                site.distributions().classPath(NAME),
                "kafka.Kafka",
                List.of(properties().toString()));
    }

    /**
     * The port opens long before the broker serves, and a start on old data replays its log first.
     */
    @Override
    protected boolean answers(ChildProcess process) throws IOException {
        return Probe.connects(port) && Probe.logSays(process.log(), "Kafka Server started");
    }

    private Path properties() throws IOException {
        return site.config(NAME).resolve("server.properties");
    }

    private static String randomClusterId() {
        UUID id = UUID.randomUUID();
        byte[] bits =
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        return text.startsWith("-") ? "A" + text.substring(1) : text;
    }
}
