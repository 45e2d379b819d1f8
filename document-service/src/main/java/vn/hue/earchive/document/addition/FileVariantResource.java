package vn.hue.earchive.document.addition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.FileView;

@Path("/v1/documents/{id}/files/{fileId}/variants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
@RunOnVirtualThread
class FileVariantResource {

    private final MakeVariant variants;

    FileVariantResource(MakeVariant variants) {
        this.variants = variants;
    }

    @POST
    @Operation(
            operationId = "makeFileVariant",
            summary = "Put an archive copy or a redacted variant beside a file",
            description =
                    "The original keeps its bytes. Of a file with a redacted variant only the named"
                            + " roles read the original; everybody else reads the variant. Other"
                            + " agencies get originals only.")
    @APIResponseSchema(value = FileView.class, responseCode = "201")
    public Response make(
            @PathParam("id") UUID documentId,
            @PathParam("fileId") UUID fileId,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable FileVariantRequest request) {
        return variants.once(documentId, fileId, request, idempotencyKey).toResponse();
    }
}
