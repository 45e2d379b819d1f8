package vn.hue.earchive.bench.floor;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.suite.S3Access;

/**
 * The floor of a rebuild: bare GETs of the metadata of every object of an archive store (inventory,
 * its sidecar, index), with the SDK of the services. Parses nothing, writes nothing.
 */
public final class MetadataReads {

    private static final Pattern METADATA =
            Pattern.compile(
                    "([0-9a-f]{3}/){3}[0-9a-f]{64}/(inventory\\.json|inventory\\.json\\.sha256|v1/content/[^/]+/aip\\.offsets\\.json)");

    private final MinioClient client;
    private final String bucket;
    private final List<String> keys = new ArrayList<>();

    /** Lists the bucket, which does not count. */
    public MetadataReads(S3Access access, String bucket) throws MinioException {
        this.client =
                MinioClient.builder()
                        .endpoint(access.endpoint().toString())
                        .credentials(access.accessKey(), access.secretKey())
                        .build();
        this.bucket = bucket;
        for (var item :
                client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            if (METADATA.matcher(item.get().objectName()).matches()) {
                keys.add(item.get().objectName());
            }
        }
    }

    /** Number of GETs of {@link #read}. */
    public int size() {
        return keys.size();
    }

    /** Reads them all; seconds. */
    public double read(int clients) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        Clients.each(
                keys.size(),
                clients,
                index -> {
                    try (InputStream in =
                            client.getObject(
                                    GetObjectArgs.builder()
                                            .bucket(bucket)
                                            .object(keys.get(index))
                                            .build())) {
                        in.readAllBytes();
                    }
                });
        return (System.nanoTime() - begin) / 1e9;
    }
}
