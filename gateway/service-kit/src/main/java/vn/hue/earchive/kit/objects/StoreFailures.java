package vn.hue.earchive.kit.objects;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What the store's failures mean. */
final class StoreFailures {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchObject");
    private static final Set<String> PRESENT =
            Set.of("PreconditionFailed", "ConditionalRequestConflict");
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "XMinioStorageFull", "InsufficientStorage", "EntityTooLarge");
    private static final int HTTP_FULL = 507;

    private StoreFailures() {}

    /** Waits for the store's answer. */
    static <T> T await(CompletableFuture<T> answer, String key) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw problem(e.getCause() == null ? e : e.getCause(), key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    static Problem problem(Throwable failure, String key) {
        Throwable at = failure;
        while (at != null) {
            if (at instanceof ErrorResponseException refused) {
                return refused(refused, key);
            }
            if (at instanceof ServerException server && server.statusCode() == HTTP_FULL) {
                return new Problem(CommonProblem.STORE_FULL).causedBy(failure);
            }
            at = at.getCause();
        }
        return new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(failure);
    }

    private static Problem refused(ErrorResponseException refused, String key) {
        String code = refused.errorResponse().code();
        int status = refused.response().code();
        if (MISSING.contains(code)) {
            return new ObjectMissing(key).causedBy(refused);
        }
        if (PRESENT.contains(code) || status == 412) {
            return new ObjectPresent().causedBy(refused);
        }
        if (status == HTTP_FULL || FULL.contains(code) || isOutOfSpace(refused)) {
            return new Problem(CommonProblem.STORE_FULL).causedBy(refused);
        }
        return new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(refused);
    }

    /** S3Proxy passes the file system's words on. */
    private static boolean isOutOfSpace(MinioException refused) {
        @Nullable String message = refused.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("no space left");
    }

    /** A conditional write found an object. */
    static final class ObjectPresent extends Problem {
        ObjectPresent() {
            super(CommonProblem.CONFLICT);
        }
    }
}
