package vn.hue.earchive.document.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import vn.hue.earchive.kit.rest.ETags;

@Path("/v1/dossiers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class DossierRetentionResource {

    private final OverrideRetention override;
    private final DossierRetention retention;
    private final Dossiers dossiers;

    DossierRetentionResource(
            OverrideRetention override, DossierRetention retention, Dossiers dossiers) {
        this.override = override;
        this.retention = retention;
        this.dossiers = dossiers;
    }

    @GET
    @Path("/retention")
    @Transactional
    @Operation(
            operationId = "getDossierRetention",
            summary = "Rule, period, computed dates, steps and choices against the rule")
    @APIResponseSchema(DossierRetention.View.class)
    public Response get(@PathParam("id") UUID id) {
        Dossier dossier = dossiers.require(id);
        return Response.ok(retention.of(dossier)).tag(ETags.of(dossier.version())).build();
    }

    @POST
    @Path("/retention-override")
    @Operation(
            operationId = "overrideDossierRetention",
            summary = "Choose another rule than the inherited one, with a reason that is logged")
    @APIResponseSchema(DossierView.class)
    public Response overrideDossier(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            OverrideRetention.@Nullable Request request) {
        return override.ofDossier(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/documents/{documentId}/retention-override")
    @Operation(
            operationId = "overrideDocumentRetention",
            summary = "Give one document of the dossier a period of its own, with a reason")
    @APIResponseSchema(DossierView.class)
    public Response overrideDocument(
            @PathParam("id") UUID id,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            OverrideRetention.@Nullable Request request) {
        return override.ofDocument(id, documentId, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/retention-event")
    @Operation(
            operationId = "enterRetentionEvent",
            summary = "Enter what starts the period: end of a contract, an instrument, an asset")
    @APIResponseSchema(DossierView.class)
    public Response event(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            OverrideRetention.@Nullable EventRequest request) {
        return override.event(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
