package vn.hue.earchive.archive.use;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.text.Previews;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Pages of the files as pictures, to look at before one loads the file. */
@Path("/v1/holdings")
@Tag(name = "Use", description = "Khai thác: the bytes of a holding")
@RunOnVirtualThread
class PreviewResource {

    private static final String JPEG = "image/jpeg";

    private final ReadContent reads;
    private final Previews previews;

    PreviewResource(ReadContent reads, Previews previews) {
        this.reads = reads;
        this.previews = previews;
    }

    @GET
    @Path("/{id}/files/{fileId}/preview")
    @Produces(JPEG)
    @Operation(
            operationId = "readHoldingFilePreview",
            summary = "A page of a file as a picture",
            description =
                    "Drawn from PDFs and pictures when it is first asked for, 1.6 million pixels at"
                            + " most. To look at, never as proof: the file is what is preserved. Who"
                            + " may read the file may see it, and every look leaves an audit entry.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = JPEG,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "JPEG …"))
    @APIResponse(responseCode = "304", description = "The caller has this picture already")
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER: no such page")
    @APIResponse(responseCode = "403", description = "CONDITIONAL_ACCESS, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(
            responseCode = "422",
            description = "NO_PREVIEW: nothing draws this format, or the file cannot be drawn")
    @APIResponse(
            responseCode = "503",
            description = "PREVIEW_BUSY, STORE_UNAVAILABLE, CONTENT_UNREADABLE")
    public Response page(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Parameter(
                            description = "Id of the file",
                            example = "01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff")
                    @PathParam("fileId")
                    UUID fileId,
            @Parameter(description = "Page of the file, from 1", example = "1")
                    @QueryParam("page")
                    @DefaultValue("1")
                    int page,
            @Context Request request) {
        if (page < 1) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "page");
        }
        ReadHoldings.Content content = reads.describe(id, fileId);
        var tag = new EntityTag(content.slice().sha256() + "-" + page);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        byte[] picture = previews.page(id, content, page);
        reads.noteRead(id, content);
        return ContentResource.sandboxed(Response.ok(picture, JPEG)).tag(tag).build();
    }
}
