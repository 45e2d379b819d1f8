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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.handover.SeparationOfDuties.Act;
import vn.hue.earchive.kit.rest.ETags;

@Path("/v1/submissions/{id}/minutes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Submissions")
@RunOnVirtualThread
class MinutesResource {

    private final ReadMinutes minutes;
    private final ConfirmHandOver confirm;

    MinutesResource(ReadMinutes minutes, ConfirmHandOver confirm) {
        this.minutes = minutes;
        this.confirm = confirm;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getHandOverMinutes",
            summary = "Minutes of a hand-over, once the archive has decided on every dossier")
    @APIResponseSchema(HandOverMinutes.class)
    public Response get(@PathParam("id") UUID id) {
        Minutes found = minutes.require(id);
        return Response.ok(minutes.view(found)).tag(ETags.of(found.version())).build();
    }

    @GET
    @Path("/content")
    @Transactional
    @Operation(
            operationId = "getHandOverMinutesContent",
            summary = "The bytes of the minutes, of which both sides confirm the SHA-256")
    @APIResponseSchema(MinutesContent.class)
    public Response content(@PathParam("id") UUID id) {
        return Response.ok(minutes.require(id).content()).build();
    }

    @POST
    @Path("/delivery")
    @Operation(
            operationId = "confirmDelivery",
            summary = "The unit confirms the minutes, for the side that hands over")
    @APIResponseSchema(HandOverMinutes.class)
    public Response confirmDelivery(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ConfirmHandOverRequest request) {
        return confirm.once(Act.CONFIRM_DELIVERY, id, request, ifMatch, idempotencyKey)
                .toResponse();
    }

    @POST
    @Path("/receipt")
    @Operation(
            operationId = "confirmReceipt",
            summary = "The agency archive confirms the minutes; never who submitted or delivered")
    @APIResponseSchema(HandOverMinutes.class)
    public Response confirmReceipt(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ConfirmHandOverRequest request) {
        return confirm.once(Act.CONFIRM_RECEIPT, id, request, ifMatch, idempotencyKey).toResponse();
    }
}
