package vn.hue.earchive.document.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.objects.ObjectStore;

@Path("/v1/documents/{id}/files")
@Tag(name = "Documents")
@RunOnVirtualThread
class DocumentFileResource {

    private final ReadFile readFile;
    private final ObjectStore bucket;

    DocumentFileResource(ReadFile readFile, @WorkingBucket ObjectStore bucket) {
        this.readFile = readFile;
        this.bucket = bucket;
    }

    @GET
    @Path("/{fileId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadDocumentFile",
            summary = "Content of a file while it is in the working bucket; ranges are served")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("id") UUID documentId,
            @PathParam("fileId") UUID fileId,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        DocumentFile file = readFile.read(documentId, fileId);
        String etag = '"' + file.sha256() + '"';
        if (etag.equals(ifNoneMatch)) {
            return Response.notModified().header("ETag", etag).build();
        }
        boolean whole = ifRange != null && !ifRange.equals(etag);
        ByteRange part = ByteRange.of(whole ? null : range, file.size());
        Response.ResponseBuilder response =
                Response.status(part.partial() ? 206 : 200)
                        .entity(bucket.get(file.objectKey(), part.first(), part.length()))
                        .type(file.mediaType())
                        .header("Content-Length", part.length())
                        .header("ETag", etag)
                        .header("Accept-Ranges", "bytes")
                        .header("Repr-Digest", ExpectedDigest.header(file.sha256()))
                        .header("Content-Disposition", disposition(file.name()))
                        // The file is somebody's document: a browser saves it and runs nothing in
                        // it.
                        .header("Content-Security-Policy", "sandbox; default-src 'none'")
                        .header("X-Content-Type-Options", "nosniff");
        if (part.partial()) {
            response.header("Content-Range", part.contentRange(file.size()));
        }
        return response.build();
    }

    /** RFC 6266: a plain name for old clients, the true one in UTF-8. */
    private static String disposition(String name) {
        String plain = VietnameseText.fold(name).replaceAll("[^a-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
