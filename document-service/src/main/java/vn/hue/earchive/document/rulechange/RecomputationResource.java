package vn.hue.earchive.document.rulechange;

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
import java.util.Map;
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

@Path("/v1/retention-recomputations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class RecomputationResource {

    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    private final PlanRecomputation plans;
    private final StartRecomputation start;
    private final Recomputations recomputations;

    RecomputationResource(
            PlanRecomputation plans, StartRecomputation start, Recomputations recomputations) {
        this.plans = plans;
        this.start = start;
        this.recomputations = recomputations;
    }

    @POST
    @Path("/previews")
    @Operation(
            operationId = "previewRetentionRecomputation",
            summary = "What a later version of a rule set would change; nothing is changed")
    public PlanView preview(PlanRecomputation.@Nullable Request request) {
        return plans.preview(request);
    }

    @POST
    @Operation(
            operationId = "startRetentionRecomputation",
            summary = "Carry out exactly the plan that a preview has named")
    @APIResponseSchema(value = RecomputationView.class, responseCode = "202")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            StartRecomputation.@Nullable Request request) {
        return start.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRetentionRecomputations",
            summary = "Re-computations of the agency, newest first")
    public Page<RecomputationView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        recomputations.page(cursor == null ? LAST : uuid(cursor), size + 1),
                        size,
                        r -> Cursor.encode(r.id()))
                .map(r -> r.view(Map.of()));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getRetentionRecomputation",
            summary = "Progress and outcomes of one re-computation")
    @APIResponseSchema(RecomputationView.class)
    public Response get(@PathParam("id") UUID id) {
        Recomputation one = recomputations.require(id);
        return Response.ok(one.view(recomputations.outcomes(id)))
                .tag(ETags.of(one.version()))
                .build();
    }

    @GET
    @Path("/{id}/items")
    @Transactional
    @Operation(
            operationId = "listRetentionRecomputationItems",
            summary = "Report: what became of each dossier")
    public Page<RecomputationView.Item> items(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        recomputations.require(id);
        int size = Limits.page(limit);
        return Page.of(
                recomputations.items(id, cursor == null ? FIRST : uuid(cursor), size + 1),
                size,
                i -> Cursor.encode(i.dossierId()));
    }

    private static UUID uuid(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
