package vn.hue.earchive.document.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
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
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/submissions/{id}/papers")
@Tag(name = "Submissions")
@RunOnVirtualThread
class SubmissionPaperResource {

    private final HandOverPapers papers;

    SubmissionPaperResource(HandOverPapers papers) {
        this.papers = papers;
    }

    @GET
    @Path("/{paper}/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printSubmissionPaper",
            summary =
                    "Papers of a hand-over: inventory (mục lục hồ sơ nộp lưu) or minutes (biên bản"
                            + " giao nhận)",
            description = "paper: inventory or minutes; format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("id") UUID id,
            @PathParam("paper") String paper,
            @PathParam("format") String format) {
        return switch (paper) {
            case "inventory" -> papers.inventory(id, format).download("muc-luc-nop-luu-" + id);
            case "minutes" -> papers.minutes(id, format).download("bien-ban-giao-nhan-" + id);
            default -> throw new Problem(CommonProblem.NOT_FOUND);
        };
    }
}
