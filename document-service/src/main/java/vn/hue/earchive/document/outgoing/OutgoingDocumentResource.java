package vn.hue.earchive.document.outgoing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
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

@Path("/v1/outgoing-documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Outgoing documents")
@RunOnVirtualThread
class OutgoingDocumentResource {

    /** FILED is not stored; a filed document is found as ISSUED. */
    private static final List<String> STATES =
            List.of(
                    "DRAFT",
                    "REVIEWED",
                    "APPROVED_TO_SIGN",
                    "SIGNED",
                    "NUMBERED",
                    "AGENCY_SIGNED",
                    "ISSUED",
                    "REPLACED",
                    "CORRECTED",
                    "RECALLED");

    private final DraftOutgoing draft;
    private final OutgoingDocuments documents;
    private final OutgoingViews views;

    OutgoingDocumentResource(
            DraftOutgoing draft, OutgoingDocuments documents, OutgoingViews views) {
        this.draft = draft;
        this.documents = documents;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "draftOutgoingDocument",
            summary = "Begin an outgoing document; it has no number yet",
            description =
                    "replacesId or correctsId name an issued document that ends when this one is"
                            + " issued: a replacement has its type, a correction is an official"
                            + " letter.")
    @APIResponseSchema(value = OutgoingView.class, responseCode = "201")
    public Response draft(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable DraftRequest request) {
        return draft.once(request, idempotencyKey).toResponse();
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "amendOutgoingDocument", summary = "Write a draft anew, as a whole")
    @APIResponseSchema(OutgoingView.class)
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DraftRequest request) {
        OutgoingView view = draft.amend(id, request, ifMatch);
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getOutgoingDocument", summary = "One outgoing document")
    @APIResponseSchema(OutgoingView.class)
    public Response get(@PathParam("id") UUID id) {
        OutgoingDocument document = documents.require(id);
        OutgoingView view = views.of(document);
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listOutgoingDocuments",
            summary = "Outgoing documents, the newest draft first",
            description =
                    "year is the year of the number; number finds 05/QĐ-UBND also as 5/qd-ubnd;"
                            + " a filed document is found as ISSUED.")
    public Page<OutgoingView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("number") @Nullable String number,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        int size = Limits.page(limit);
        Page<OutgoingDocument> page =
                Page.of(
                        documents.page(
                                new OutgoingDocuments.Filter(state, year, number),
                                cursor == null ? null : before(cursor),
                                size + 1),
                        size,
                        d -> Cursor.encode(d.id()));
        return new Page<>(views.of(page.items()), page.next());
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
