package vn.hue.earchive.archive.store;

import io.minio.AbortMultipartUploadArgs;
import io.minio.BucketExistsArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.UploadPartArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.Item;
import io.minio.messages.Part;
import io.minio.messages.VersioningConfiguration;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * A bucket behind the S3 protocol. The digest that the caller has computed already is what gets
 * signed, so a package that goes to two stores is hashed once, not once per store and checksum.
 */
final class S3ArchiveBucket implements ArchiveBucket {

    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NotFound", "ResourceNotFound");
    private static final Set<String> TAKEN =
            Set.of("PreconditionFailed", "ConditionalRequestConflict");
    private static final String CONTENT_TYPE = "application/octet-stream";
    // A request that a store has not answered in this time counts as a failure of that store.
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    // Putting parts together may mean copying them, which takes a store time.
    private static final Duration COMPLETION = Duration.ofMinutes(10);

    private final String name;
    private final String bucket;
    private final MinioAsyncClient client;
    private final MinioAsyncClient patient;

    S3ArchiveBucket(String name, String endpoint, String key, String secret, String bucket) {
        this(name, endpoint, key, secret, bucket, ANSWER);
    }

    S3ArchiveBucket(
            String name,
            String endpoint,
            String key,
            String secret,
            String bucket,
            Duration answer) {
        this.name = name;
        this.bucket = bucket;
        // OkHttp lets five calls per host run by default; intake workers and readers need more.
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(256);
        dispatcher.setMaxRequestsPerHost(256);
        OkHttpClient http =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .dispatcher(dispatcher)
                        .connectTimeout(CONNECT)
                        .readTimeout(answer)
                        .writeTimeout(answer)
                        .build();
        this.client = client(endpoint, key, secret, http);
        this.patient =
                client(endpoint, key, secret, http.newBuilder().readTimeout(COMPLETION).build());
    }

    private static MinioAsyncClient client(
            String endpoint, String key, String secret, OkHttpClient http) {
        return MinioAsyncClient.builder()
                .endpoint(endpoint)
                .credentials(key, secret)
                .region("us-east-1")
                .httpClient(http)
                .build();
    }

    /** Makes the bucket where it is missing; for development and tests. */
    void createBucket() throws StoreFailure {
        if (!call(
                "look for the bucket",
                () -> client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build()))) {
            call(
                    "create the bucket",
                    () -> client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void put(String key, byte[] bytes, int length, String sha256) throws StoreFailure {
        call("put " + key, () -> client.putObject(put(key, bytes, length, signed(sha256))));
    }

    @Override
    public boolean create(String key, byte[] bytes, int length, String sha256) throws StoreFailure {
        Http.Headers headers = signed(sha256);
        headers.put("If-None-Match", "*");
        try {
            call("create " + key, () -> client.putObject(put(key, bytes, length, headers)));
            return true;
        } catch (StoreFailure e) {
            if (TAKEN.contains(code(e))) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public String startParts(String key) throws StoreFailure {
        return call(
                        "begin parts of " + key,
                        () ->
                                client.createMultipartUpload(
                                        CreateMultipartUploadArgs.builder()
                                                .bucket(bucket)
                                                .object(key)
                                                .headers(
                                                        new Http.Headers(
                                                                "Content-Type", CONTENT_TYPE))
                                                .build()))
                .result()
                .uploadId();
    }

    @Override
    public String putPart(
            String key, String uploadId, int number, byte[] bytes, int length, String sha256)
            throws StoreFailure {
        return call(
                        "put part " + number + " of " + key,
                        () ->
                                client.uploadPart(
                                        UploadPartArgs.builder()
                                                .bucket(bucket)
                                                .object(key)
                                                .uploadId(uploadId)
                                                .partNumber(number)
                                                .data(bytes, length)
                                                .headers(signed(sha256))
                                                .build()))
                .part()
                .etag();
    }

    @Override
    public void completeParts(String key, String uploadId, List<String> parts) throws StoreFailure {
        Part[] numbered = new Part[parts.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = new Part(i + 1, parts.get(i));
        }
        call(
                "complete " + key,
                () ->
                        patient.completeMultipartUpload(
                                CompleteMultipartUploadArgs.builder()
                                        .bucket(bucket)
                                        .object(key)
                                        .uploadId(uploadId)
                                        .parts(numbered)
                                        .build()));
    }

    @Override
    public void abortParts(String key, String uploadId) throws StoreFailure {
        try {
            call(
                    "abort parts of " + key,
                    () ->
                            client.abortMultipartUpload(
                                    AbortMultipartUploadArgs.builder()
                                            .bucket(bucket)
                                            .object(key)
                                            .uploadId(uploadId)
                                            .build()));
        } catch (StoreFailure e) {
            if (!code(e).equals("NoSuchUpload")) {
                throw e;
            }
        }
    }

    @Override
    public Optional<InputStream> get(String key, long offset, long length) throws StoreFailure {
        GetObjectArgs.Builder args = GetObjectArgs.builder().bucket(bucket).object(key);
        if (offset > 0 || length >= 0) {
            args.offset(offset);
        }
        if (length >= 0) {
            args.length(length);
        }
        try {
            return Optional.of(call("get " + key, () -> client.getObject(args.build())));
        } catch (StoreFailure e) {
            if (ABSENT.contains(code(e))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Optional<Long> size(String key) throws StoreFailure {
        try {
            return Optional.of(
                    call(
                                    "stat " + key,
                                    () ->
                                            client.statObject(
                                                    StatObjectArgs.builder()
                                                            .bucket(bucket)
                                                            .object(key)
                                                            .build()))
                            .size());
        } catch (StoreFailure e) {
            if (ABSENT.contains(code(e))) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<Listed> list(String prefix) throws StoreFailure {
        return list(prefix, true).files();
    }

    @Override
    public Children children(String prefix) throws StoreFailure {
        return list(prefix, false);
    }

    private Children list(String prefix, boolean recursive) throws StoreFailure {
        List<String> folders = new ArrayList<>();
        List<Listed> listed = new ArrayList<>();
        try {
            for (Result<Item> result :
                    client.listObjects(
                            ListObjectsArgs.builder()
                                    .bucket(bucket)
                                    .prefix(prefix)
                                    .recursive(recursive)
                                    .build())) {
                Item item = result.get();
                if (item.isDir()) {
                    folders.add(item.objectName());
                    continue;
                }
                listed.add(
                        new Listed(
                                item.objectName(), item.size(), item.lastModified().toInstant()));
            }
            return new Children(folders, listed);
        } catch (io.minio.errors.MinioException | IllegalStateException e) {
            // The iterator wraps what happens between two pages into an IllegalStateException.
            Throwable cause = e instanceof IllegalStateException ? e.getCause() : e;
            throw new StoreFailure(name, "list " + prefix, cause == null ? e : cause);
        }
    }

    @Override
    public void delete(String key) throws StoreFailure {
        call(
                "delete " + key,
                () ->
                        client.removeObject(
                                RemoveObjectArgs.builder().bucket(bucket).object(key).build()));
    }

    @Override
    public Features features() throws StoreFailure {
        boolean versioning =
                has(
                        "tell of versioning",
                        () ->
                                client.getBucketVersioning(
                                                GetBucketVersioningArgs.builder()
                                                        .bucket(bucket)
                                                        .build())
                                        .thenApply(found ->
                                                found.status()
                                                        == VersioningConfiguration.Status.ENABLED));
        boolean objectLock =
                has(
                        "tell of object lock",
                        () ->
                                client.getObjectLockConfiguration(
                                                GetObjectLockConfigurationArgs.builder()
                                                        .bucket(bucket)
                                                        .build())
                                        .thenApply(found -> true));
        return new Features(versioning, objectLock);
    }

    /** A server that answers that it does not know the question does not have it. */
    private boolean has(String what, Call<Boolean> question) throws StoreFailure {
        try {
            return call(what, question);
        } catch (StoreFailure e) {
            if (e.getCause() instanceof ErrorResponseException) {
                return false;
            }
            throw e;
        }
    }

    private PutObjectAPIArgs put(String key, byte[] bytes, int length, Http.Headers headers) {
        return PutObjectAPIArgs.builder()
                .bucket(bucket)
                .object(key)
                .data(bytes, length)
                .contentType(CONTENT_TYPE)
                .headers(headers)
                .build();
    }

    private static Http.Headers signed(String sha256) {
        return new Http.Headers(Http.Headers.X_AMZ_CONTENT_SHA256, sha256);
    }

    private interface Call<T> {
        CompletableFuture<T> start() throws Exception;
    }

    private <T> T call(String what, Call<T> call) throws StoreFailure {
        try {
            return call.start().join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new StoreFailure(name, what, isFull(cause), cause);
        } catch (Exception e) {
            throw new StoreFailure(name, what, e);
        }
    }

    private static boolean isFull(Throwable cause) {
        return cause instanceof ErrorResponseException e
                && (e.response().code() == 507
                        || e.errorResponse().code().equals("XMinioStorageFull"));
    }

    private static String code(StoreFailure failure) {
        return failure.getCause() instanceof ErrorResponseException e
                ? e.errorResponse().code()
                : "";
    }
}
