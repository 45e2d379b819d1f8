package vn.hue.earchive.document.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
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

@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
@RunOnVirtualThread
class WebhookResource {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final ManageWebhooks manage;
    private final Webhooks webhooks;
    private final Deliveries deliveries;

    WebhookResource(ManageWebhooks manage, Webhooks webhooks, Deliveries deliveries) {
        this.manage = manage;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    @POST
    @Operation(
            operationId = "createWebhook",
            summary = "Have an address called about the agency's changes",
            description =
                    "The address is called once with a challenge, which it echoes as"
                            + " {\"challenge\": …}; then with every change from now on, as Standard"
                            + " Webhooks has it (webhook-id, webhook-timestamp, webhook-signature"
                            + " v1: HMAC-SHA256). Private addresses are refused.")
    @APIResponseSchema(value = WebhookView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable WebhookRequest request) {
        manage.refuseTraining();
        manage.check(request);
        return manage.register(Objects.requireNonNull(request), idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(operationId = "listWebhooks", summary = "The agency's webhooks, newest first")
    public Page<WebhookView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int bounded = Limits.page(limit);
        UUID before = cursor == null ? LAST : uuid(Cursor.decode(cursor, 1).getFirst());
        return Page.of(webhooks.page(before, bounded + 1), bounded, w -> Cursor.encode(w.id()))
                .map(manage::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getWebhook", summary = "One webhook, without its secret")
    @APIResponseSchema(WebhookView.class)
    public Response get(@PathParam("id") UUID id) {
        return tagged(webhooks.require(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Transactional
    @Operation(
            operationId = "changeWebhook",
            summary = "Pause it, go on, listen to other changes, or change its secret")
    @APIResponseSchema(WebhookView.class)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WebhookChange change) {
        return tagged(manage.change(id, ifMatch, change));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "deleteWebhook", summary = "End a webhook and forget its secret")
    public WebhookView delete(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        return manage.view(manage.end(id, ifMatch));
    }

    @POST
    @Path("/{id}/challenge")
    @Operation(operationId = "challengeWebhook", summary = "Ask the address again to answer")
    @APIResponseSchema(value = WebhookView.class, responseCode = "202")
    public Response challenge(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return manage.challenge(id, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/replays")
    @Operation(
            operationId = "replayWebhook",
            summary = "Send deliveries again, or everything since an instant")
    @APIResponseSchema(value = ReplayView.class, responseCode = "202")
    public Response replay(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReplayRequest request) {
        return deliveries.replay(id, request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "Messages to a webhook, newest first")
    public Page<DeliveryView> deliveries(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return deliveries.page(id, state, cursor, Limits.page(limit));
    }

    @GET
    @Path("/{id}/deliveries/{deliveryId}")
    @Operation(
            operationId = "getWebhookDelivery",
            summary = "One message with what each attempt came to")
    public DeliveryView delivery(
            @PathParam("id") UUID id, @PathParam("deliveryId") UUID deliveryId) {
        return deliveries.get(id, deliveryId);
    }

    private Response tagged(Webhook webhook) {
        return Response.ok(manage.view(webhook)).tag(ETags.of(webhook.version())).build();
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
