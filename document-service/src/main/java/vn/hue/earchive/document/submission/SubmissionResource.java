package vn.hue.earchive.document.submission;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
class SubmissionResource {

    private final SubmitDossiers submit;
    private final Submissions submissions;

    SubmissionResource(SubmitDossiers submit, Submissions submissions) {
        this.submit = submit;
        this.submissions = submissions;
    }

    @POST
    @Operation(
            operationId = "submitDossiers",
            summary = "Hand closed dossiers over to the agency archive")
    @APIResponseSchema(value = SubmissionView.class, responseCode = "201")
    public Response submit(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SubmitDossiersRequest request) {
        return submit.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getSubmission",
            summary = "A batch, with what the archive has said of each dossier")
    @APIResponseSchema(SubmissionView.class)
    public Response get(@PathParam("id") UUID id) {
        Submission submission = submissions.require(id);
        return Response.ok(submissions.view(submission))
                .tag(ETags.of(submission.version()))
                .build();
    }

    @GET
    @Transactional
    @Operation(operationId = "listSubmissions", summary = "Batches, newest first")
    public Page<SubmissionView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        Page<Submission> page =
                Page.of(
                        submissions.page(cursor == null ? null : before(cursor), size + 1),
                        size,
                        s -> Cursor.encode(s.id()));
        return new Page<>(submissions.views(page.items()), page.next());
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
