package vn.hue.earchive.document.handling;

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
import vn.hue.earchive.document.handling.HandleIncoming.Call;

/** The acts on an incoming document. */
@Path("/v1/incoming-documents/{id}/handling")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
@RunOnVirtualThread
class HandlingActResource {

    private final HandleIncoming handle;

    HandlingActResource(HandleIncoming handle) {
        this.handle = handle;
    }

    @POST
    @Path("/submission")
    @Operation(operationId = "submitIncomingDocument", summary = "Put it before a leader")
    @APIResponseSchema(HandlingView.class)
    public Response submit(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Submit request) {
        return handle.submit(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/assignment")
    @Operation(
            operationId = "assignIncomingDocument",
            summary =
                    "Enter the decision of the leader: lead unit, co-units, due date; again to"
                            + " reassign")
    @APIResponseSchema(HandlingView.class)
    public Response assign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Assign request) {
        return handle.assign(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/start")
    @Operation(operationId = "startHandling", summary = "The lead unit takes up the work")
    @APIResponseSchema(HandlingView.class)
    public Response start(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return handle.start(new Call(id, ifMatch, idempotencyKey)).toResponse();
    }

    @POST
    @Path("/comments")
    @Operation(
            operationId = "commentOnHandling",
            summary = "Add an opinion to the trace; changes nothing else")
    @APIResponseSchema(HandlingView.class)
    public Response comment(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Comment request) {
        return handle.comment(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/due-date")
    @Operation(operationId = "setHandlingDueDate", summary = "Set another due date, with a reason")
    @APIResponseSchema(HandlingView.class)
    public Response due(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Due request) {
        return handle.setDue(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/reports")
    @Operation(operationId = "reportCoUnit", summary = "A co-unit has done its part")
    @APIResponseSchema(HandlingView.class)
    public Response report(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Report request) {
        return handle.report(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/completion")
    @Operation(
            operationId = "completeHandling",
            summary = "The work is done; warns when the document is in no dossier")
    @APIResponseSchema(HandlingView.class)
    public Response complete(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Complete request) {
        return handle.complete(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/resumption")
    @Operation(
            operationId = "resumeHandling",
            summary = "Take completed work up again, with a reason")
    @APIResponseSchema(HandlingView.class)
    public Response resume(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Reason request) {
        return handle.resume(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/return")
    @Operation(
            operationId = "returnIncomingDocument",
            summary = "Send it back to its sender, with a reason; its number stays in the register")
    @APIResponseSchema(HandlingView.class)
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Reason request) {
        return handle.giveBack(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }

    @POST
    @Path("/recall")
    @Operation(
            operationId = "recallIncomingDocument",
            summary = "Its issuer took it back; it stays in the register")
    @APIResponseSchema(HandlingView.class)
    public Response recall(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            Requests.@Nullable Reason request) {
        return handle.recall(new Call(id, ifMatch, idempotencyKey), request).toResponse();
    }
}
