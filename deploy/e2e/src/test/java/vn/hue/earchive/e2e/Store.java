package vn.hue.earchive.e2e;

import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.messages.Item;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.hue.earchive.local.TestSuite;

/** A bucket seen past the services, by the MinIO SDK and the service's own credentials. */
final class Store {

    private final MinioClient client;
    private final String bucket;

    private Store(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /**
     * @param role {@code working}, {@code primary} or {@code replica}
     */
    static Store of(TestSuite suite, String role) {
        Properties properties = suite.configuration("archive-service");
        String prefix = "earchive.s3." + role + ".";
        return new Store(
                MinioClient.builder()
                        .endpoint(properties.getProperty(prefix + "endpoint"))
                        .credentials(
                                properties.getProperty(prefix + "access-key"),
                                properties.getProperty(prefix + "secret-key"))
                        .region("us-east-1")
                        .build(),
                properties.getProperty(prefix + "bucket"));
    }

    /** Key to size of every object whose key contains the text. */
    SortedMap<String, Long> objects(String keyContains) throws Exception {
        TreeMap<String, Long> found = new TreeMap<>();
        for (Result<Item> result :
                client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            Item item = result.get();
            if (item.objectName().contains(keyContains)) {
                found.put(item.objectName(), item.size());
            }
        }
        return found;
    }
}
