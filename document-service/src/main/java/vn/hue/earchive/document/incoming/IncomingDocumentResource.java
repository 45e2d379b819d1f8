package vn.hue.earchive.document.incoming;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomFilter;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/incoming-documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Incoming documents")
@RunOnVirtualThread
class IncomingDocumentResource {

    private final RegisterIncoming register;
    private final IncomingDocuments documents;
    private final IncomingViews views;

    IncomingDocumentResource(
            RegisterIncoming register, IncomingDocuments documents, IncomingViews views) {
        this.register = register;
        this.documents = documents;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "registerIncomingDocument",
            summary = "Enter a document into the register; it gets the next arrival number")
    @APIResponseSchema(value = IncomingView.class, responseCode = "201")
    public Response register(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable RegisterRequest request) {
        return register.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getIncomingDocument", summary = "One line of the register")
    @APIResponseSchema(IncomingView.class)
    public Response get(@PathParam("id") UUID id) {
        RegisteredDocument document = documents.require(id);
        return Response.ok(views.of(document)).tag(ETags.of(document.version())).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listIncomingDocuments",
            summary = "The register, newest line first",
            description =
                    "number finds 05/CT-UBND also as 5/ct-ubnd; from and to are arrival dates;"
                            + " state is the state of handling, of filed documents the one before;"
                            + " customField is key:value of a field of the agency, exactly.")
    public Page<IncomingView> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @QueryParam("number") @Nullable String number,
            @QueryParam("state") @Nullable String state,
            @QueryParam("urgency") @Nullable String urgency,
            @QueryParam("customField") @Nullable String customField,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        Page<RegisteredDocument> page =
                Page.of(
                        documents.page(
                                new IncomingDocuments.Filter(
                                        year,
                                        from,
                                        to,
                                        number,
                                        stored(state),
                                        urgency,
                                        CustomFilter.of(customField)),
                                cursor == null ? null : place(cursor),
                                size + 1),
                        size,
                        d -> Cursor.encode(d.registerYear(), d.registerNumber()));
        return new Page<>(views.of(page.items()), page.next());
    }

    private static @Nullable String stored(@Nullable String state) {
        if (state != null && !IncomingState.REGISTER_LINES.contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        return state;
    }

    private static IncomingDocuments.Place place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new IncomingDocuments.Place(
                    Integer.parseInt(keys.get(0)), Long.parseLong(keys.get(1)));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
