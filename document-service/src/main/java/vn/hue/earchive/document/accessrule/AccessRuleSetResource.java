package vn.hue.earchive.document.accessrule;

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
import vn.hue.earchive.document.api.Paging;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/access-rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Access rules")
@RunOnVirtualThread
class AccessRuleSetResource {

    private final KeepAccessRules keep;
    private final AccessRuleSets sets;

    AccessRuleSetResource(KeepAccessRules keep, AccessRuleSets sets) {
        this.keep = keep;
        this.sets = sets;
    }

    @POST
    @Operation(
            operationId = "createAccessRuleSet",
            summary = "Draft a version of the agency's rules of access and personal data")
    @APIResponseSchema(value = AccessRuleSetView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable AccessRuleSetRequest request) {
        return keep.draft(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(operationId = "listAccessRuleSets", summary = "Versions, newest first")
    public Page<AccessRuleSetView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        sets.page(Paging.before(cursor), size + 1),
                        size,
                        set -> Cursor.encode(set.id()))
                .map(sets::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAccessRuleSet", summary = "A version with its rules")
    @APIResponseSchema(AccessRuleSetView.class)
    public Response get(@PathParam("id") UUID id) {
        AccessRuleSet set = sets.require(id);
        return Response.ok(sets.view(set)).tag(ETags.of(set.version())).build();
    }

    @GET
    @Path("/{id}/preview")
    @Operation(
            operationId = "previewAccessRuleSet",
            summary = "What a version would judge otherwise than the one in force")
    public AccessPlanView preview(@PathParam("id") UUID id) {
        return keep.preview(id);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            operationId = "approveAccessRuleSet",
            summary = "Put a version in force; the one before is replaced",
            description = "Names the hash of the preview. Whoever drafted it cannot approve it.")
    @APIResponseSchema(AccessRuleSetView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            KeepAccessRules.@Nullable Approval request) {
        return keep.approve(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
