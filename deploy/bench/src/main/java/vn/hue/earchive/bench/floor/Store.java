package vn.hue.earchive.bench.floor;

import io.minio.GetObjectArgs;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveBucketArgs;
import io.minio.RemoveObjectArgs;
import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InputStream;
import vn.hue.earchive.bench.suite.S3Access;

/**
 * One bucket that the bench makes for itself and takes away again, through the SDK that the
 * services use.
 */
public final class Store implements AutoCloseable {

    private final MinioClient client;
    private final String bucket;

    private Store(MinioClient client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** Makes the bucket. */
    public static Store create(S3Access access, String bucket) throws MinioException {
        MinioClient client =
                MinioClient.builder()
                        .endpoint(access.endpoint().toString())
                        .credentials(access.accessKey(), access.secretKey())
                        .build();
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
        return new Store(client, bucket);
    }

    public void put(String key, byte[] bytes) throws MinioException {
        client.putObject(
                PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .data(bytes, bytes.length)
                        .contentType("application/pdf")
                        .build());
    }

    public byte[] get(String key) throws MinioException, IOException {
        try (InputStream in =
                client.getObject(GetObjectArgs.builder().bucket(bucket).object(key).build())) {
            return in.readAllBytes();
        }
    }

    void delete(String key) throws MinioException {
        client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
    }

    /** Removes the bucket with all it holds. */
    @Override
    public void close() throws MinioException {
        for (var item :
                client.listObjects(
                        ListObjectsArgs.builder().bucket(bucket).recursive(true).build())) {
            delete(item.get().objectName());
        }
        client.removeBucket(RemoveBucketArgs.builder().bucket(bucket).build());
    }
}
