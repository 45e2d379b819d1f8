package vn.hue.earchive.document.arrival;

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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.api.Paging;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.arrival.ArrivalSource.State;
import vn.hue.earchive.document.arrival.ArrivalSource.Step;
import vn.hue.earchive.document.incoming.IncomingView;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/arrivals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Arrivals")
@RunOnVirtualThread
class ArrivalResource {

    private final NoteArrival note;
    private final RegisterArrival register;
    private final DecideArrival decide;
    private final Desk desk;
    private final ArrivalViews views;

    ArrivalResource(
            NoteArrival note,
            RegisterArrival register,
            DecideArrival decide,
            Desk desk,
            ArrivalViews views) {
        this.note = note;
        this.register = register;
        this.decide = decide;
        this.desk = desk;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "placeArrival",
            summary = "Bring uploaded files to the clerk's desk, without a number")
    @APIResponseSchema(value = ArrivalView.class, responseCode = "201")
    public Response place(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable PlaceArrivalRequest request) {
        return note.files(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listArrivals",
            summary = "What came in by edXML, e-mail or upload",
            description =
                    "state is WAITING when absent: what has no number yet, the oldest first. Every"
                            + " other state lists the newest first. source is EDXML, EMAIL or"
                            + " UPLOAD.")
    public Page<ArrivalView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("source") @Nullable String source,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        Page<OnDesk> page =
                Page.of(
                        desk.page(
                                Objects.requireNonNullElse(
                                        Paging.one(State.class, "state", state), State.WAITING),
                                Paging.one(Source.class, "source", source),
                                Paging.before(cursor),
                                size + 1),
                        size,
                        arrival -> Cursor.encode(arrival.id()));
        return new Page<>(views.of(page.items()), page.next());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getArrival", summary = "An arrival with what looks like it")
    @APIResponseSchema(ArrivalView.class)
    public Response get(@PathParam("id") UUID id) {
        OnDesk arrival = desk.find(id, false).arrival();
        return Response.ok(views.of(arrival)).tag(ETags.of(arrival.version())).build();
    }

    @POST
    @Path("/{id}/registration")
    @Operation(
            operationId = "registerArrival",
            summary = "Enter an arrival into the register, as proposed or overridden",
            description = "If-Match is compared when it is given. Registered already: 200.")
    @APIResponseSchema(value = IncomingView.class, responseCode = "201")
    public Response register(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable RegisterArrivalRequest request) {
        return register.once(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/return")
    @Operation(
            operationId = "returnArrival",
            summary = "Send an arrival back with a reason; the sender of a message is told")
    @APIResponseSchema(ArrivalView.class)
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ArrivalDecisionRequest request) {
        return decide(id, Step.RETURN, ifMatch, idempotencyKey, request);
    }

    @POST
    @Path("/{id}/dismissal")
    @Operation(
            operationId = "dismissArrival",
            summary = "Mark an arrival as not for this agency, with a reason")
    @APIResponseSchema(ArrivalView.class)
    public Response dismiss(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ArrivalDecisionRequest request) {
        return decide(id, Step.DISMISS, ifMatch, idempotencyKey, request);
    }

    @POST
    @Path("/{id}/merger")
    @Operation(
            operationId = "mergeArrival",
            summary = "Add an arrival to the registered document that it is another copy of",
            description =
                    "Files that the document has already, byte for byte, are not added again. No"
                            + " second number is taken.")
    @APIResponseSchema(ArrivalView.class)
    public Response merge(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ArrivalDecisionRequest request) {
        return decide(id, Step.MERGE, ifMatch, idempotencyKey, request);
    }

    private Response decide(
            UUID id,
            Step step,
            @Nullable String ifMatch,
            @Nullable String idempotencyKey,
            @Nullable ArrivalDecisionRequest request) {
        return decide.once(new DecideArrival.Decision(id, step, request), ifMatch, idempotencyKey)
                .toResponse();
    }
}
