package vn.hue.earchive.document.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.objects.ObjectStore;

/** Answers with the bytes of a stored file, or the part of them that is wanted. */
@ApplicationScoped
public class ServeContent {

    private final ObjectStore bucket;

    ServeContent(@WorkingBucket ObjectStore bucket) {
        this.bucket = bucket;
    }

    /**
     * A file of the working bucket.
     *
     * @param size bytes
     * @param sha256 lower-case hex
     */
    public record Stored(
            String objectKey, String name, String mediaType, long size, String sha256) {}

    /** Headers of the request. */
    public record Wanted(
            @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {}

    /** 200, 206 or 304; the file's digest is its strong tag. */
    public Response serve(Stored file, Wanted wanted) {
        String etag = '"' + file.sha256() + '"';
        if (etag.equals(wanted.ifNoneMatch())) {
            return Response.notModified().header("ETag", etag).build();
        }
        boolean whole = wanted.ifRange() != null && !wanted.ifRange().equals(etag);
        ByteRange part = ByteRange.of(whole ? null : wanted.range(), file.size());
        Response.ResponseBuilder response =
                Response.status(part.partial() ? 206 : 200)
                        .entity(bucket.get(file.objectKey(), part.first(), part.length()))
                        .type(file.mediaType())
                        .header("Content-Length", part.length())
                        .header("ETag", etag)
                        .header("Accept-Ranges", "bytes")
                        .header("Repr-Digest", ExpectedDigest.header(file.sha256()))
                        .header("Content-Disposition", Disposition.attachment(file.name()))
                        // The file is somebody's document: a browser saves it and runs nothing in
                        // it.
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("X-Content-Type-Options", "nosniff");
        if (part.partial()) {
            response.header("Content-Range", part.contentRange(file.size()));
        }
        return response.build();
    }
}
