package vn.hue.earchive.document.dossierlist;

import com.fasterxml.jackson.databind.JsonNode;
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
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/dossier-lists/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossier lists")
@RunOnVirtualThread
class DossierListItemResource {

    private final DraftListLines draft;
    private final ImportListLines importLines;
    private final DossierLists lists;

    DossierListItemResource(DraftListLines draft, ImportListLines importLines, DossierLists lists) {
        this.draft = draft;
        this.importLines = importLines;
        this.lists = lists;
    }

    @GET
    @Path("/items")
    @Transactional
    @Operation(operationId = "listDossierListItems", summary = "Lines of a dossier list")
    public Page<DossierListItemView> items(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        lists.require(id);
        int size = Limits.page(limit);
        Integer after = DossierListResource.number(cursor);
        return Page.of(
                        lists.items(id, after == null ? 0 : after, size + 1),
                        size,
                        item -> Cursor.encode(item.position()))
                .map(DossierListItem::view);
    }

    @POST
    @Path("/items")
    @Operation(
            operationId = "addDossierListItem",
            summary = "Enter a line into a draft",
            description = "If-Match is compared when it is given: several units draft at once.")
    @APIResponseSchema(value = DossierListItemView.class, responseCode = "201")
    public Response add(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable GivenLine line) {
        return draft.add(id, line, ifMatch, idempotencyKey).toResponse();
    }

    @PATCH
    @Path("/items/{itemId}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "changeDossierListItem",
            summary = "Change a line of a draft (RFC 7396); If-Match names the list's version")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = GivenLine.class)))
    @APIResponseSchema(DossierListItemView.class)
    public DossierListItemView change(
            @PathParam("id") UUID id,
            @PathParam("itemId") UUID itemId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return draft.amend(id, itemId, patch, ifMatch);
    }

    @DELETE
    @Path("/items/{itemId}")
    @Operation(
            operationId = "removeDossierListItem",
            summary = "Take a line out of a draft; If-Match names the list's version")
    @APIResponseSchema(value = DossierListView.class, responseCode = "200")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("itemId") UUID itemId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        DossierListView list = draft.remove(id, itemId, ifMatch);
        return Response.ok(list).tag(ETags.of(list.version())).build();
    }

    @POST
    @Path("/item-imports")
    @Consumes("text/csv")
    @Operation(
            operationId = "importDossierListItems",
            summary = "Add the lines of a CSV file to a draft, all or none; dryRun only checks",
            description =
                    "Columns notation, title, retentionRuleCode, and if wanted maker, note; UTF-8,"
                            + " commas. If-Match is compared when it is given.")
    @RequestBody(
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponseSchema(ListImportView.class)
    public Response importItems(
            @PathParam("id") UUID id,
            @QueryParam("dryRun") boolean dryRun,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            InputStream csv) {
        return importLines.once(id, dryRun, ifMatch, idempotencyKey, csv).toResponse();
    }
}
