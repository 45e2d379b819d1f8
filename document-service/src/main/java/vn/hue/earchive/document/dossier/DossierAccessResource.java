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
@Tag(name = "Access rules")
@RunOnVirtualThread
class DossierAccessResource {

    private final DossierAccess access;
    private final DecideAccess decide;
    private final Dossiers dossiers;

    DossierAccessResource(DossierAccess access, DecideAccess decide, Dossiers dossiers) {
        this.access = access;
        this.decide = decide;
        this.dossiers = dossiers;
    }

    @GET
    @Path("/access")
    @Transactional
    @Operation(
            operationId = "getDossierAccess",
            summary = "Access, opening day and personal data of a dossier and its documents",
            description =
                    "What a person decided, or else the stricter of what is written and what the"
                            + " rules in force say; documents inherit from their dossier.")
    @APIResponseSchema(DossierAccess.View.class)
    public Response get(@PathParam("id") UUID id) {
        Dossier dossier = dossiers.require(id);
        return Response.ok(access.of(dossier)).tag(ETags.of(dossier.version())).build();
    }

    @POST
    @Path("/access-decision")
    @Operation(
            operationId = "decideDossierAccess",
            summary = "Decide the access of a dossier, with legal basis and reason")
    @APIResponseSchema(DossierView.class)
    public Response ofDossier(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            DecideAccess.@Nullable Request request) {
        return decide.ofDossier(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/documents/{documentId}/access-decision")
    @Operation(
            operationId = "decideDocumentAccess",
            summary = "Decide the access of one document otherwise than its dossier's")
    @APIResponseSchema(DossierView.class)
    public Response ofDocument(
            @PathParam("id") UUID id,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            DecideAccess.@Nullable Request request) {
        return decide.ofDocument(id, documentId, request, ifMatch, idempotencyKey).toResponse();
    }
}
