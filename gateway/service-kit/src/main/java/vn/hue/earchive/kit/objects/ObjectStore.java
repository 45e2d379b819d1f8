package vn.hue.earchive.kit.objects;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.ObjectWriteResponse;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadPartArgs;
import io.minio.UploadPartResponse;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import io.minio.messages.Part;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.Problem;

/**
 * One bucket. Content is streamed: at most two parts of one upload are in memory, whatever its
 * size. Every byte is hashed once on its way; the store verifies the signed SHA-256 of what it
 * receives, so a write that returns has arrived whole. A write that fails leaves no object.
 *
 * <p>All methods block. Failures: STORE_UNAVAILABLE (503) when the store does not answer or
 * refuses, STORE_FULL (507) when it has no space, {@link ObjectMissing} where an object was to be
 * there, {@link TruncatedSource} when the source broke off.
 */
public class ObjectStore {

    private static final Logger LOG = Logger.getLogger(ObjectStore.class);
    private static final String PAYLOAD_SHA256 = "X-Amz-Content-Sha256";
    private static final int MAX_PARTS = 10_000;

    private final MinioAsyncClient client;
    private final String bucket;
    private final int partSize;

    ObjectStore(MinioAsyncClient client, String bucket, int partSize) {
        this.client = client;
        this.bucket = bucket;
        this.partSize = partSize;
    }

    public String bucket() {
        return bucket;
    }

    /**
     * Stores an object, over an older one if there is one. Up to one part it is a single signed
     * PUT, beyond that a multipart upload.
     *
     * @param in read to its end, not closed
     * @param size bytes, or -1 when it is not known
     * @throws TruncatedSource when the source ends before, or goes on after, {@code size}
     */
    public StoredObject put(String key, InputStream in, long size, String contentType) {
        return put(new Target(key, contentType, false), in, size);
    }

    /** Stores bytes that are in memory anyway. */
    public StoredObject put(String key, byte[] content, String contentType) {
        return put(key, new ByteArrayInputStream(content), content.length, contentType);
    }

    /**
     * Stores an object unless there is one with this key: {@code If-None-Match: *}. Of several
     * writers one wins.
     *
     * @return empty when there was one; it is untouched
     */
    public Optional<StoredObject> putIfAbsent(
            String key, InputStream in, long size, String contentType) {
        try {
            return Optional.of(put(new Target(key, contentType, true), in, size));
        } catch (StoreFailures.ObjectPresent e) {
            return Optional.empty();
        }
    }

    /**
     * The whole content; the caller closes it.
     *
     * @throws ObjectMissing when there is none
     */
    public InputStream get(String key) {
        return open(GetObjectArgs.builder().bucket(bucket).object(key).build(), key);
    }

    /**
     * A range of the content, {@code length} bytes from {@code offset}, cut at the end of the
     * object; the caller closes it.
     *
     * @throws ObjectMissing when there is no such object
     */
    public InputStream get(String key, long offset, long length) {
        if (length == 0) {
            return InputStream.nullInputStream();
        }
        return open(
                GetObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .offset(offset)
                        .length(length)
                        .build(),
                key);
    }

    /** What the store knows of an object; empty when there is none. */
    public Optional<ObjectStat> stat(String key) {
        try {
            StatObjectResponse found =
                    StoreFailures.await(
                            client.statObject(
                                    StatObjectArgs.builder().bucket(bucket).object(key).build()),
                            key);
            return Optional.of(
                    new ObjectStat(
                            key, found.size(), found.etag(), found.lastModified().toInstant()));
        } catch (ObjectMissing e) {
            return Optional.empty();
        }
    }

    public boolean exists(String key) {
        return stat(key).isPresent();
    }

    /** Deletes an object; one that is not there counts as deleted. */
    public void delete(String key) {
        StoreFailures.await(
                client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build()),
                key);
    }

    /**
     * Objects whose keys start with the prefix, in the order of their keys, read page by page while
     * iterating. Expensive on a large bucket: never in a request.
     */
    public Iterator<ObjectStat> list(String prefix) {
        Iterator<Result<Item>> found =
                client.listObjects(
                                ListObjectsArgs.builder()
                                        .bucket(bucket)
                                        .prefix(prefix)
                                        .recursive(true)
                                        .build())
                        .iterator();
        return new Listing(found, prefix);
    }

    /** Whether the store answers and the bucket is there; for health checks. */
    public boolean isReachable() {
        try {
            return StoreFailures.await(
                    client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()), "");
        } catch (Problem e) {
            LOG.debugf(e, "Store does not answer bucket=%s", bucket);
            return false;
        }
    }

    /** Makes the bucket when it is missing. */
    void ensureBucket() {
        if (!isReachable()) {
            StoreFailures.await(
                    client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()), "");
        }
    }

    private InputStream open(GetObjectArgs args, String key) {
        return new StoreStream(StoreFailures.await(client.getObject(args), key));
    }

    private record Target(String key, String contentType, boolean onlyIfAbsent) {

        Map<String, String> headers() {
            Map<String, String> headers = new HashMap<>();
            if (onlyIfAbsent) {
                headers.put("If-None-Match", "*");
            }
            return headers;
        }
    }

    private StoredObject put(Target target, InputStream in, long size) {
        HashedSource source = new HashedSource(in);
        int most = partSize(size);
        HashedSource.Part first = source.read(most, size);
        if (size >= 0 && size <= most) {
            if (first.length() < size || !source.isExhausted()) {
                throw new TruncatedSource();
            }
            return single(target, source, first);
        }
        if (first.length() < most) {
            if (size >= 0) {
                throw new TruncatedSource();
            }
            return single(target, source, first);
        }
        HashedSource.Part second = source.read(most, remaining(size, source));
        if (second.length() == 0 && size < 0) {
            return single(target, source, first);
        }
        return multipart(target, source, List.of(first, second), size);
    }

    private StoredObject single(Target target, HashedSource source, HashedSource.Part content) {
        String sha256 = source.digest();
        Map<String, String> headers = target.headers();
        // Given the hash, the SDK signs with it and computes no digest of its own.
        headers.put(PAYLOAD_SHA256, sha256);
        ObjectWriteResponse written =
                StoreFailures.await(
                        client.putObject(
                                PutObjectAPIArgs.builder()
                                        .bucket(bucket)
                                        .object(target.key())
                                        .data(content.bytes(), content.length())
                                        .contentType(target.contentType())
                                        .headers(new Http.Headers(headers))
                                        .build()),
                        target.key());
        return source.stored(target.key(), sha256, written.etag());
    }

    private StoredObject multipart(
            Target target, HashedSource source, List<HashedSource.Part> read, long size) {
        if (target.onlyIfAbsent() && exists(target.key())) {
            throw new StoreFailures.ObjectPresent();
        }
        String upload = start(target);
        try {
            List<Part> parts = new ArrayList<>();
            @Nullable CompletableFuture<UploadPartResponse> sending = null;
            int most = partSize(size);
            HashedSource.Part next = read.get(0);
            for (int number = 1; next.length() > 0; number++) {
                CompletableFuture<UploadPartResponse> started = send(target, upload, number, next);
                if (sending != null) {
                    parts.add(StoreFailures.await(sending, target.key()).part());
                }
                sending = started;
                next = number == 1 ? read.get(1) : source.read(most, remaining(size, source));
            }
            if (sending != null) {
                parts.add(StoreFailures.await(sending, target.key()).part());
            }
            if (size >= 0 && (source.size() != size || !source.isExhausted())) {
                throw new TruncatedSource();
            }
            String etag = complete(target, upload, parts);
            return source.stored(target.key(), source.digest(), etag);
        } catch (RuntimeException | Error e) {
            abort(target, upload);
            throw e;
        }
    }

    private static long remaining(long size, HashedSource source) {
        return size < 0 ? -1 : size - source.size();
    }

    /** Grows only for an object that would have too many parts. */
    private int partSize(long size) {
        return (int) Math.max(partSize, (size + MAX_PARTS - 1) / MAX_PARTS);
    }

    private String start(Target target) {
        return StoreFailures.await(
                        client.createMultipartUpload(
                                CreateMultipartUploadArgs.builder()
                                        .bucket(bucket)
                                        .object(target.key())
                                        .headers(
                                                new Http.Headers(
                                                        Map.of(
                                                                "Content-Type",
                                                                target.contentType())))
                                        .build()),
                        target.key())
                .result()
                .uploadId();
    }

    private CompletableFuture<UploadPartResponse> send(
            Target target, String upload, int number, HashedSource.Part part) {
        return client.uploadPart(
                UploadPartArgs.builder()
                        .bucket(bucket)
                        .object(target.key())
                        .uploadId(upload)
                        .partNumber(number)
                        .data(part.bytes(), part.length())
                        .headers(new Http.Headers(Map.of(PAYLOAD_SHA256, part.digest())))
                        .build());
    }

    private String complete(Target target, String upload, List<Part> parts) {
        return StoreFailures.await(
                        client.completeMultipartUpload(
                                CompleteMultipartUploadArgs.builder()
                                        .bucket(bucket)
                                        .object(target.key())
                                        .uploadId(upload)
                                        .parts(parts.toArray(Part[]::new))
                                        .extraHeaders(target.headers())
                                        .build()),
                        target.key())
                .etag();
    }

    private void abort(Target target, String upload) {
        try {
            StoreFailures.await(
                    client.abortMultipartUpload(
                            AbortMultipartUploadArgs.builder()
                                    .bucket(bucket)
                                    .object(target.key())
                                    .uploadId(upload)
                                    .build()),
                    target.key());
        } catch (Problem e) {
            LOG.debugf(e, "Parts of a failed upload stay until they expire bucket=%s", bucket);
        }
    }

    private record Listing(Iterator<Result<Item>> found, String prefix)
            implements Iterator<ObjectStat> {

        @Override
        public boolean hasNext() {
            return found.hasNext();
        }

        @Override
        public ObjectStat next() {
            try {
                Item item = found.next().get();
                return new ObjectStat(
                        item.objectName(),
                        item.size(),
                        item.etag(),
                        item.lastModified().toInstant());
            } catch (MinioException e) {
                throw StoreFailures.problem(e, prefix);
            }
        }
    }
}
