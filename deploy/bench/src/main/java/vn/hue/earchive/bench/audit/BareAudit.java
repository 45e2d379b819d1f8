package vn.hue.earchive.bench.audit;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.suite.S3Access;
import vn.hue.earchive.bench.suite.Sha256;

/**
 * The floor of a fixity check: a GET and a SHA-256 of every file of every object in both archive
 * stores, with the SDK of the services. Knows nothing, compares nothing.
 */
final class BareAudit {

    private static final Pattern OF_AN_OBJECT = Pattern.compile("([0-9a-f]{3}/){3}[0-9a-f]{64}/.+");

    private record File(MinioClient store, String key) {}

    /** Files of one object in one store: read one after the other, as a check does. */
    private final List<List<File>> copies = new ArrayList<>();

    private long bytes;

    /** Lists the stores, which does not count. */
    BareAudit(List<S3Access> stores) throws MinioException {
        for (S3Access access : stores) {
            MinioClient client =
                    MinioClient.builder()
                            .endpoint(access.endpoint().toString())
                            .credentials(access.accessKey(), access.secretKey())
                            .region("us-east-1")
                            .build();
            Map<String, List<File>> objects = new TreeMap<>();
            for (var each :
                    client.listObjects(
                            ListObjectsArgs.builder().bucket("archive").recursive(true).build())) {
                Item item = each.get();
                String key = item.objectName();
                if (OF_AN_OBJECT.matcher(key).matches()) {
                    String root = key.substring(0, 3 * 4 + 64);
                    objects.computeIfAbsent(root, _ -> new ArrayList<>())
                            .add(new File(client, key));
                    bytes += item.size();
                }
            }
            copies.addAll(objects.values());
        }
    }

    int copies() {
        return copies.size();
    }

    /** Of all files in both stores. */
    long bytes() {
        return bytes;
    }

    /**
     * Reads all.
     *
     * @return keys whose digests differ between the stores
     */
    List<String> read(int clients) throws InterruptedException, ExecutionException {
        Map<String, String> digests = new ConcurrentHashMap<>();
        Map<String, String> differing = new ConcurrentHashMap<>();
        Clients.each(
                copies.size(),
                clients,
                index -> {
                    for (File file : copies.get(index)) {
                        String digest = digest(file);
                        String other = digests.putIfAbsent(file.key(), digest);
                        if (!Objects.requireNonNullElse(other, digest).equals(digest)) {
                            differing.put(file.key(), digest);
                        }
                    }
                });
        return List.copyOf(differing.keySet());
    }

    private static String digest(File file) throws MinioException, IOException {
        try (InputStream in =
                file.store()
                        .getObject(
                                GetObjectArgs.builder()
                                        .bucket("archive")
                                        .object(file.key())
                                        .build())) {
            return Sha256.of(in);
        }
    }
}
