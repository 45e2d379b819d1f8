package vn.hue.earchive.document.handover;

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
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/hold-backs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-over")
@RunOnVirtualThread
class HoldBackResource {

    private final RequestHoldBack request;
    private final AnswerHoldBack answer;
    private final HoldBacks requests;

    HoldBackResource(RequestHoldBack request, AnswerHoldBack answer, HoldBacks requests) {
        this.request = request;
        this.answer = answer;
        this.requests = requests;
    }

    @POST
    @Operation(
            operationId = "requestHoldBack",
            summary = "Ask the head to let dossiers be kept beyond their due date")
    @APIResponseSchema(value = HoldBackView.class, responseCode = "201")
    public Response request(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable HoldBackRequest body) {
        return request.once(body, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getHoldBack",
            summary = "A request to hold back, with its list and answer")
    @APIResponseSchema(HoldBackView.class)
    public Response get(@PathParam("id") UUID id) {
        HoldBack found = requests.require(id);
        return Response.ok(requests.view(found)).tag(ETags.of(found.version())).build();
    }

    @GET
    @Transactional
    @Operation(operationId = "listHoldBacks", summary = "Requests to hold back, newest first")
    public Page<HoldBackView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        Page<HoldBack> page =
                Page.of(
                        requests.page(state, IdCursor.before(cursor), size + 1),
                        size,
                        r -> Cursor.encode(r.id()));
        return new Page<>(requests.views(page.items()), page.next());
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            operationId = "decideHoldBack",
            summary = "The head consents or refuses; never the person who asked")
    @APIResponseSchema(HoldBackView.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable HoldBackDecision decision) {
        return answer.decideOnce(id, decision, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(operationId = "withdrawHoldBack", summary = "Take one's own request back")
    @APIResponseSchema(HoldBackView.class)
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return answer.withdrawOnce(id, ifMatch, idempotencyKey).toResponse();
    }
}
