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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.api.Paging;
import vn.hue.earchive.document.edxml.EdxmlWriter;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/outbound-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Document exchange")
@RunOnVirtualThread
class OutboundMessageResource {

    private final OutboundMessages messages;
    private final ExchangeViews views;
    private final ReadOutbound read;
    private final SendUpdate update;

    OutboundMessageResource(
            OutboundMessages messages, ExchangeViews views, ReadOutbound read, SendUpdate update) {
        this.messages = messages;
        this.views = views;
        this.read = read;
        this.update = update;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "sendDocumentUpdate",
            summary = "Send an issued document once more to its recipients, as an update")
    @APIResponseSchema(value = SendUpdate.Sent.class, responseCode = "201")
    public Response sendUpdate(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SendUpdateRequest request) {
        return update.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listOutboundMessages",
            summary = "Messages to other agencies, one per recipient, newest first",
            description = "state FAILED is what waits at the desk; documentId: of one document.")
    public Page<OutboundView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("documentId") @Nullable UUID documentId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        OutboundMessages.Filter filter =
                new OutboundMessages.Filter(
                        Paging.one(OutboundMessage.State.class, "state", state), documentId);
        return Page.of(
                        messages.page(filter, Paging.before(cursor), size + 1),
                        size,
                        m -> Cursor.encode(m.id()))
                .map(views::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getOutboundMessage",
            summary = "A message to one recipient, with its attempts and what came back")
    @APIResponseSchema(OutboundView.class)
    public Response get(@PathParam("id") UUID id) {
        OutboundMessage message =
                messages.findByIdOptional(id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return Response.ok(views.withHistory(message)).tag(ETags.of(message.version())).build();
    }

    @GET
    @Path("/{id}/content")
    @Produces("application/xml")
    @Operation(
            operationId = "getOutboundMessageContent",
            summary = "The edXML file of a message, to hand it over by other means")
    @APIResponse(
            responseCode = "200",
            description = "edXML of QCVN 102:2016, attachments included",
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING)))
    public Response content(@PathParam("id") UUID id) {
        EdxmlWriter.Message message = read.content(id);
        return Response.ok(message.open(), "application/xml")
                .header("Content-Length", message.length())
                .header("Content-Disposition", "attachment; filename=\"" + id + ".edxml\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
