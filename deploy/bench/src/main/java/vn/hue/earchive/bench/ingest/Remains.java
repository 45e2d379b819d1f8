package vn.hue.earchive.bench.ingest;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.suite.RunningSuite;
import vn.hue.earchive.bench.suite.S3Access;

/**
 * What lies in the databases and buckets when the suite is at rest, looked at past the services:
 * events that were not sent or were parked, objects without a row and rows without an object.
 */
final class Remains {

    private static final String WAITING = "select count(*) from outbox where sent_at is null";
    private static final String PARKED = "select count(*) from parked_event";
    private static final String WORKING_ROWS =
            "select object_key from document_file where bytes = 'PRESENT'"
                    + " union select object_key from upload where state in ('STORED', 'HELD')";
    private static final String HOLDINGS = "select count(*) from kept_object";

    private final RunningSuite suite;

    Remains(RunningSuite suite) {
        this.suite = suite;
    }

    /** Events that wait for the broker, in all outboxes. */
    long waiting() throws SQLException {
        return suite.number("document", WAITING) + suite.number("archive", WAITING);
    }

    void check(Invariants invariants) throws SQLException, MinioException {
        for (String database : new String[] {"document", "archive", "search"}) {
            long parked = suite.number(database, PARKED);
            invariants.require(
                    parked == 0, "%d events are parked in %s.".formatted(parked, database));
        }
        Set<String> objects = objects(suite.workingStore(), "working");
        Set<String> rows = strings("document", WORKING_ROWS);
        Set<String> missing = new TreeSet<>(rows);
        missing.removeAll(objects);
        invariants.require(
                missing.isEmpty(),
                "%d files have a row and no object in the working bucket: %s"
                        .formatted(missing.size(), missing));

        long holdings = suite.number("archive", HOLDINGS);
        copies(invariants, "primary", suite.primaryStore(), holdings);
        copies(invariants, "replica", suite.replicaStore(), holdings);
    }

    /** Each store has every object that the archive answers for, and no other. */
    private static void copies(Invariants invariants, String store, S3Access access, long holdings)
            throws MinioException {
        long committed =
                objects(access, "archive").stream()
                        .filter(key -> key.matches("([0-9a-f]{3}/){3}[0-9a-f]{64}/inventory.json"))
                        .count();
        invariants.require(
                committed == holdings,
                "Store %s holds %d objects, and the archive answers for %d."
                        .formatted(store, committed, holdings));
    }

    private static Set<String> objects(S3Access access, String bucket) throws MinioException {
        MinioClient client =
                MinioClient.builder()
                        .endpoint(access.endpoint().toString())
                        .credentials(access.accessKey(), access.secretKey())
                        .build();
        Set<String> keys = new TreeSet<>();
        for (var item :
                client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            keys.add(item.get().objectName());
        }
        return keys;
    }

    private Set<String> strings(String database, String sql) throws SQLException {
        Set<String> values = new TreeSet<>();
        try (Connection connection = suite.database(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
