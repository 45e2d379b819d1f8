package vn.hue.earchive.document.dossierlist;

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
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/dossier-lists")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossier lists")
@RunOnVirtualThread
class DossierListResource {

    private final CreateDossierList create;
    private final CopyDossierList copy;
    private final MoveDossierList move;
    private final DossierLists lists;
    private final DossierListViews views;

    DossierListResource(
            CreateDossierList create,
            CopyDossierList copy,
            MoveDossierList move,
            DossierLists lists,
            DossierListViews views) {
        this.create = create;
        this.copy = copy;
        this.move = move;
        this.lists = lists;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "createDossierList",
            summary = "Begin the draft of a year's dossier list, with or without first lines")
    @APIResponseSchema(value = DossierListView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable CreateDossierListRequest request) {
        return create.once(request, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/copies")
    @Operation(
            operationId = "copyDossierList",
            summary = "Copy a list forward to another year as a draft, with the periods in force")
    @APIResponseSchema(value = DossierListCopyView.class, responseCode = "201")
    public Response copy(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable CopyDossierListRequest request) {
        return copy.once(id, request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(operationId = "listDossierLists", summary = "Dossier lists, newest year first")
    public Page<DossierListView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        lists.page(number(cursor), size + 1),
                        size,
                        list -> Cursor.encode(list.year()))
                .map(views::of);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDossierList", summary = "One dossier list without its lines")
    @APIResponseSchema(DossierListView.class)
    public Response get(@PathParam("id") UUID id) {
        DossierList list = lists.require(id);
        return Response.ok(views.of(list)).tag(ETags.of(list.version())).build();
    }

    @POST
    @Path("/{id}/review")
    @Operation(
            operationId = "reviewDossierList",
            summary = "The archivist has looked through the draft; it goes to the head")
    @APIResponseSchema(DossierListView.class)
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return move.review(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/return")
    @Operation(
            operationId = "returnDossierList",
            summary = "Send a reviewed list back to the units as a draft, with a reason")
    @APIResponseSchema(DossierListView.class)
    public Response returnToUnits(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReturnDossierListRequest request) {
        return move.returnToUnits(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            operationId = "approveDossierList",
            summary = "The head approves a reviewed list; refused to who drafted it")
    @APIResponseSchema(DossierListView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ApproveDossierListRequest request) {
        return move.approve(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/issue")
    @Operation(
            operationId = "issueDossierList",
            summary = "Issue an approved list to the units; dossiers are opened from it")
    @APIResponseSchema(DossierListView.class)
    public Response issue(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return move.issue(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            operationId = "closeDossierList",
            summary = "Close a list when its year is done; no dossier is opened from it any more")
    @APIResponseSchema(DossierListView.class)
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return move.close(id, ifMatch, idempotencyKey).toResponse();
    }

    /** The number that a cursor of one key carries; null without a cursor. */
    static @Nullable Integer number(@Nullable String cursor) {
        try {
            return cursor == null ? null : Integer.valueOf(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
