package vn.hue.earchive.document.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomFilter;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/dossiers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@RunOnVirtualThread
class DossierResource {

    private final OpenDossier open;
    private final AmendDossier amend;
    private final CloseDossier close;
    private final ReopenDossier reopen;
    private final ClosingCheck check;
    private final Dossiers dossiers;
    private final DossierViews views;

    DossierResource(
            OpenDossier open,
            AmendDossier amend,
            CloseDossier close,
            ReopenDossier reopen,
            ClosingCheck check,
            Dossiers dossiers,
            DossierViews views) {
        this.open = open;
        this.amend = amend;
        this.close = close;
        this.reopen = reopen;
        this.check = check;
        this.dossiers = dossiers;
        this.views = views;
    }

    @POST
    @Operation(
            operationId = "openDossier",
            summary = "Open a dossier from a line of the dossier list, or ad hoc")
    @APIResponseSchema(value = DossierView.class, responseCode = "201")
    public Response open(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable OpenDossierRequest request) {
        return open.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getDossier", summary = "One dossier")
    @APIResponseSchema(DossierView.class)
    public Response get(@PathParam("id") UUID id) {
        Dossier dossier = dossiers.require(id);
        return Response.ok(views.of(dossier)).tag(ETags.of(dossier.version())).build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDossiers",
            summary = "Dossiers, newest first",
            description = "customField is key:value of a field of the agency, exactly.")
    public Page<DossierView> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("customField") @Nullable String customField,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        dossiers.page(
                                state,
                                year,
                                CustomFilter.of(customField),
                                cursor == null ? null : before(cursor),
                                size + 1),
                        size,
                        d -> Cursor.encode(d.id()))
                .map(views::of);
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "amendDossier",
            summary = "Correct the description of an open dossier (RFC 7396)")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/merge-patch+json",
                            schema = @Schema(implementation = DossierAmendment.class)))
    @APIResponseSchema(DossierView.class)
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable JsonNode patch) {
        return changed(amend.amend(id, patch, ifMatch));
    }

    @GET
    @Path("/{id}/closing-check")
    @Transactional
    @Operation(
            operationId = "checkDossierClosing",
            summary = "What stands between the dossier and its closing, and what mends it")
    public ClosingCheck.Result check(@PathParam("id") UUID id) {
        return check.check(dossiers.require(id), null);
    }

    @POST
    @Path("/{id}/closure")
    @Operation(
            operationId = "closeDossier",
            summary = "Close a complete dossier; refused while the closing check has red items")
    @APIResponseSchema(DossierView.class)
    public Response close(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable CloseDossierRequest request) {
        return close.once(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/reopening")
    @Operation(
            operationId = "reopenDossier",
            summary = "Open a closed or returned dossier again, with a reason")
    @APIResponseSchema(DossierView.class)
    public Response reopen(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReopenDossierRequest request) {
        return reopen.once(id, request, ifMatch, idempotencyKey).toResponse();
    }

    static Response changed(DossierView view) {
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }
}
