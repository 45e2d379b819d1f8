package vn.hue.earchive.document.exchange;

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
import vn.hue.earchive.document.api.Paging;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/exchange-failures")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Document exchange")
@RunOnVirtualThread
class ExchangeFailureResource {

    private final ExchangeFailures failures;
    private final ResolveFailure resolve;
    private final ExchangeViews views;

    ExchangeFailureResource(
            ExchangeFailures failures, ResolveFailure resolve, ExchangeViews views) {
        this.failures = failures;
        this.resolve = resolve;
        this.views = views;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listExchangeFailures",
            summary = "The desk: what could not be sent or taken in, and why, newest first",
            description = "state OPEN is what nobody has dealt with.")
    public Page<FailureView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        failures.page(
                                Paging.one(ExchangeFailure.State.class, "state", state),
                                Paging.before(cursor),
                                size + 1),
                        size,
                        f -> Cursor.encode(f.id()))
                .map(views::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getExchangeFailure", summary = "One failure, and why it happened")
    @APIResponseSchema(FailureView.class)
    public Response get(@PathParam("id") UUID id) {
        ExchangeFailure failure =
                failures.findByIdOptional(id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return Response.ok(views.of(failure)).tag(ETags.of(failure.version())).build();
    }

    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayExchangeFailure",
            summary = "Try again: the message goes back into the queue")
    @APIResponseSchema(FailureView.class)
    public Response replay(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return resolve.replay(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/dismissal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "dismissExchangeFailure",
            summary = "Leave it: handed over by other means, or not needed; with a note")
    @APIResponseSchema(FailureView.class)
    public Response dismiss(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable DismissalRequest request) {
        return resolve.dismiss(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
