package vn.hue.earchive.document.edxml;

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
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.api.Paging;
import vn.hue.earchive.document.edxml.DecideMessage.Decision;
import vn.hue.earchive.document.incoming.IncomingView;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/edxml-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Document exchange")
@RunOnVirtualThread
class EdxmlResource {

    private final ReceiveMessage receive;
    private final RegisterMessage register;
    private final DecideMessage decide;
    private final EdxmlMessages messages;
    private final EdxmlViews views;

    EdxmlResource(
            ReceiveMessage receive,
            RegisterMessage register,
            DecideMessage decide,
            EdxmlMessages messages,
            EdxmlViews views) {
        this.receive = receive;
        this.register = register;
        this.decide = decide;
        this.messages = messages;
        this.views = views;
    }

    @POST
    @Consumes({"application/xml", "application/edxml+xml", "text/xml"})
    @Operation(
            operationId = "receiveEdxmlMessage",
            summary = "Take in an edXML message; answers with the registration it suggests",
            description =
                    "The same message again (From.OrganId, DocumentId, BussinessDocType) answers"
                            + " 200 with the first.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(value = EdxmlView.class, responseCode = "201")
    public Response receive(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, InputStream message) {
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        return receive.once(message, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getEdxmlMessage", summary = "A received message and its proposal")
    @APIResponseSchema(EdxmlView.class)
    public Response get(@PathParam("id") UUID id) {
        EdxmlMessage message =
                messages.findByIdOptional(id)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return Response.ok(views.of(message)).tag(ETags.of(message.version())).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listEdxmlMessages",
            summary = "Received messages, newest first",
            description =
                    "state RECEIVED is what waits for a person; kind is DOCUMENT, RECALL, UPDATE,"
                            + " REPLACE or STATUS.")
    public Page<EdxmlView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        messages.page(
                                Paging.one(MessageLife.State.class, "state", state),
                                Paging.one(MessageLife.Kind.class, "kind", kind),
                                Paging.before(cursor),
                                size + 1),
                        size,
                        m -> Cursor.encode(m.id()))
                .map(views::of);
    }

    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "returnEdxmlMessage",
            summary = "Send a document back before it is registered; its sender gets status 02")
    @APIResponseSchema(EdxmlView.class)
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable DecisionRequest request) {
        return decide.once(Decision.RETURN, id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptEdxmlMessage",
            summary = "Agree to a recall, an update or a replacement; its sender gets status 15")
    @APIResponseSchema(EdxmlView.class)
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable DecisionRequest request) {
        return decide.once(Decision.ACCEPT, id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "refuseEdxmlMessage",
            summary = "Refuse a recall, an update or a replacement; its sender gets status 16")
    @APIResponseSchema(EdxmlView.class)
    public Response refuse(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable DecisionRequest request) {
        return decide.once(Decision.REFUSE, id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/registration")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerEdxmlMessage",
            summary = "Register the document of a message, as proposed or overridden",
            description = "If-Match is compared when it is given. Registered already: 200.")
    @APIResponseSchema(value = IncomingView.class, responseCode = "201")
    public Response register(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable RegisterMessageRequest request) {
        return register.once(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
