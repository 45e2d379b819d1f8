package vn.hue.earchive.document.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class RetentionResource {

    private final ImportRetentionSchedule importSchedule;
    private final RetentionRules rules;

    RetentionResource(ImportRetentionSchedule importSchedule, RetentionRules rules) {
        this.importSchedule = importSchedule;
        this.rules = rules;
    }

    @POST
    @Path("/retention-schedules")
    @Consumes("text/csv")
    @Operation(
            operationId = "importRetentionSchedule",
            summary = "Import a retention schedule from CSV; it becomes current, marked as sample")
    @RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = RetentionScheduleView.class, responseCode = "201")
    public Response importSchedule(
            @QueryParam("title") @Nullable String title,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            InputStream csv) {
        String named = VietnameseText.clean(title);
        return importSchedule
                .read(named == null ? "SAMPLE" : named, idempotencyKey, csv)
                .toResponse();
    }

    @GET
    @Path("/retention-rules")
    @Transactional
    @Operation(
            operationId = "findRetentionRules",
            summary = "Rules of the current schedule; q finds words with or without tones")
    public Page<RetentionRuleView> find(
            @QueryParam("q") @Nullable String q,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        rules.matching(q, position(cursor), size + 1),
                        size,
                        r -> Cursor.encode(r.position()))
                .map(RetentionRule::view);
    }

    private static int position(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
