package vn.hue.earchive.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import vn.hue.earchive.local.component.Profile;
import vn.hue.earchive.local.component.Settings;
import vn.hue.earchive.local.component.StackFailure;

/**
 * One stack as {@code deploy/up} runs it, in a folder of its own, killed in several ways. The steps
 * build on each other, because a start costs seconds.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StackLifeTest {

    private static final String TOPIC = "life";

    private final Path root = Path.of(System.getProperty("earchive.root"));
    private final Path home = root.resolve(".stack/self-test");
    private final List<String> said = new ArrayList<>();
    private StackClient stack = connected();

    @BeforeAll
    void startsPostgresKafkaAndTheStores() throws Exception {
        stack.start(List.of("postgres", "kafka", "s3"), said::add);
        try (Connection connection = database();
                Statement sql = connection.createStatement()) {
            sql.execute("create table if not exists life (word text)");
            sql.execute("truncate life");
            sql.execute("insert into life values ('hồ sơ')");
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address("kafka")))) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            }
        }
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", address("kafka"), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", "văn bản")).get();
        }
    }

    @AfterAll
    void stop() throws Exception {
        Optional<StackClient> running = StackClient.of(home);
        if (running.isPresent()) {
            running.get().stop(said::add);
        }
    }

    @Test
    @Order(1)
    void tellsTheAddressOfEachComponentInOneLine() throws Exception {
        for (String component : List.of("postgres", "kafka", "s3-primary", "s3-replica")) {
            String address = address(component);
            assertThat(said).anyMatch(line -> line.contains(component) && line.contains(address));
        }
        assertThat(stack.status())
                .filteredOn(line -> line.pid() != 0)
                .allSatisfy(line -> assertThat(line.state()).isEqualTo("healthy"))
                .hasSize(4);
    }

    /** Red when fsync is switched off where data is kept. */
    @Test
    @Order(2)
    void writesDurably() throws Exception {
        try (Connection connection = database();
                Statement sql = connection.createStatement();
                ResultSet row =
                        sql.executeQuery(
                                "select current_setting('fsync'), current_setting('synchronous_commit')")) {
            row.next();
            assertThat(List.of(row.getString(1), row.getString(2))).containsExactly("on", "on");
        }
    }

    /** Red when both identities share a folder. */
    @Test
    @Order(3)
    void theWorkingKeyCannotSeeTheArchive() throws Exception {
        MinioClient archive = store("archive", Settings.in(home).secret("s3-primary-archive"));
        if (!archive.bucketExists(BucketExistsArgs.builder().bucket("holdings").build())) {
            archive.makeBucket(MakeBucketArgs.builder().bucket("holdings").build());
        }
        MinioClient working = store("working", Settings.in(home).secret("s3-primary-working"));

        assertThat(working.bucketExists(BucketExistsArgs.builder().bucket("holdings").build()))
                .isFalse();
    }

    @Test
    @Order(4)
    void refusesAWrongKey() {
        MinioClient stranger = store("archive", "wrong-secret-wrong-secret");

        assertThatThrownBy(() ->
                        stranger.bucketExists(
                                BucketExistsArgs.builder().bucket("holdings").build()))
                .hasMessageContaining("signature");
    }

    /** Red when a start wipes the data folder, or leaves the dead alone. */
    @Test
    @Order(5)
    void whatWasKilledComesBackWithItsData() throws Exception {
        List<ProcessHandle> killed =
                List.of(process("postgres"), process("kafka"), process("s3-primary"));
        killed.forEach(ProcessHandle::destroyForcibly);
        killed.forEach(process -> process.onExit().join());
        assertThat(stack.status()).filteredOn(line -> line.state().equals("died")).hasSize(3);

        stack.start(List.of("postgres", "kafka", "s3"), said::add);

        assertThat(wordInTheTable()).isEqualTo("hồ sơ");
        assertThat(lastRecord()).isEqualTo("văn bản");
    }

    /** Red when the sentinel is not started, or is not told of a child. */
    @Test
    @Order(6)
    void aKilledSupervisorLeavesNoOrphanAndTheNextOneGoesOnWithTheData() throws Exception {
        List<ProcessHandle> children = new ArrayList<>();
        for (String component : List.of("postgres", "kafka", "s3-primary", "s3-replica")) {
            children.add(process(component));
        }
        children.addAll(children.stream().flatMap(ProcessHandle::descendants).toList());

        ProcessHandle.of(stack.supervisorPid()).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        stack = connected();
        stack.start(List.of("postgres", "kafka"), said::add);
        assertThat(wordInTheTable()).isEqualTo("hồ sơ");
        assertThat(lastRecord()).isEqualTo("văn bản");
    }

    @Test
    @Order(7)
    void saysWhichPortIsTaken() throws Exception {
        URI replica = URI.create(address("s3-replica"));
        try (ServerSocket thief = new ServerSocket()) {
            thief.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), replica.getPort()));

            assertThatThrownBy(() -> stack.start(List.of("s3-replica"), said::add))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + replica.getPort())
                    .hasMessageContaining("s3-replica")
                    .hasMessageContaining("is taken by another program");
        }
    }

    @Test
    @Order(8)
    void showsTheLogOfAComponentThatFails() throws Exception {
        stack.stop(said::add);
        Path configuration = home.resolve("data/postgres/postgresql.conf");
        String good = Files.readString(configuration);
        Files.writeString(configuration, good + "\nno_such_setting = 1\n");
        stack = connected();
        try {
            assertThatThrownBy(() -> stack.start(List.of("postgres"), said::add))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("postgres stopped while it was starting (exit code 1)")
                    .hasMessageContaining(home.resolve("log/postgres.log").toString())
                    .hasMessageContaining("no_such_setting");
        } finally {
            Files.writeString(configuration, good);
        }
    }

    private StackClient connected() {
        try {
            return new StackLauncher(root, home, Profile.LOCAL, ProcessHandle.current().pid())
                    .connect();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String wordInTheTable() throws Exception {
        try (Connection connection = database();
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select word from life")) {
            row.next();
            return row.getString(1);
        }
    }

    private String lastRecord() throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", address("kafka")),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.seek(partition, consumer.position(partition) - 1);
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }

    private Connection database() throws Exception {
        return DriverManager.getConnection(
                address("postgres") + "postgres", "postgres", Settings.in(home).secret("postgres"));
    }

    private MinioClient store(String identity, String secret) {
        try {
            return MinioClient.builder()
                    .endpoint(address("s3-primary"))
                    .credentials(identity, secret)
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle process(String component) throws Exception {
        return ProcessHandle.of(line(component).pid()).orElseThrow();
    }

    private String address(String component) throws Exception {
        return line(component).address();
    }

    private StatusLine line(String component) throws Exception {
        return stack.status().stream()
                .filter(line -> line.name().equals(component))
                .findFirst()
                .orElseThrow();
    }
}
