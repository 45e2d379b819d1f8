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
    private final DossierLists lists;

    DossierListResource(CreateDossierList create, DossierLists lists) {
        this.create = create;
        this.lists = lists;
    }

    @POST
    @Operation(
            operationId = "createDossierList",
            summary = "Enter the approved dossier list of a year with all its lines")
    @APIResponseSchema(value = DossierListView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable CreateDossierListRequest request) {
        return create.once(request, idempotencyKey).toResponse();
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
                .map(DossierList::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDossierList", summary = "One dossier list without its lines")
    @APIResponseSchema(DossierListView.class)
    public Response get(@PathParam("id") UUID id) {
        DossierList list = require(id);
        return Response.ok(list.view()).tag(ETags.of(list.version())).build();
    }

    @GET
    @Path("/{id}/items")
    @Transactional
    @Operation(operationId = "listDossierListItems", summary = "Lines of a dossier list")
    public Page<DossierListItemView> items(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        require(id);
        int size = Limits.page(limit);
        Integer after = number(cursor);
        return Page.of(
                        lists.items(id, after == null ? 0 : after, size + 1),
                        size,
                        item -> Cursor.encode(item.position()))
                .map(DossierListItem::view);
    }

    private DossierList require(UUID id) {
        return lists.findByIdOptional(id).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    private static @Nullable Integer number(@Nullable String cursor) {
        try {
            return cursor == null ? null : Integer.valueOf(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
