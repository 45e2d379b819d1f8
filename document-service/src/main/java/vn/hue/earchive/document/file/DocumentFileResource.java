package vn.hue.earchive.document.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/documents/{id}/files")
@Tag(name = "Documents")
@RunOnVirtualThread
class DocumentFileResource {

    private final ReadFile readFile;
    private final ServeContent serve;

    DocumentFileResource(ReadFile readFile, ServeContent serve) {
        this.readFile = readFile;
        this.serve = serve;
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
        return serve.serve(
                new ServeContent.Stored(
                        file.objectKey(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256()),
                new ServeContent.Wanted(range, ifRange, ifNoneMatch));
    }
}
