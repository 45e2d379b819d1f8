package vn.hue.earchive.document.scheme;

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

@Path("/v1/classification-schemes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classification schemes")
@RunOnVirtualThread
class SchemeResource {

    private final KeepSchemes keep;
    private final Schemes schemes;

    SchemeResource(KeepSchemes keep, Schemes schemes) {
        this.keep = keep;
        this.schemes = schemes;
    }

    @POST
    @Operation(
            operationId = "createClassificationScheme",
            summary = "Draft a version of a scheme with its headings and the mapping to them")
    @APIResponseSchema(value = SchemeView.class, responseCode = "201")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SchemeRequest request) {
        return keep.draft(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listClassificationSchemes",
            summary = "Versions of the schemes, newest first")
    public Page<SchemeView> list(
            @QueryParam("key") @Nullable String key,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        schemes.page(key, Paging.before(cursor), size + 1),
                        size,
                        scheme -> Cursor.encode(scheme.id()))
                .map(keep::view);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getClassificationScheme", summary = "A version with its headings")
    @APIResponseSchema(SchemeView.class)
    public Response get(@PathParam("id") UUID id) {
        Scheme scheme = schemes.require(id);
        return Response.ok(keep.view(scheme)).tag(ETags.of(scheme.version())).build();
    }

    @GET
    @Path("/{id}/preview")
    @Operation(
            operationId = "previewClassificationScheme",
            summary = "Where a version would move the lines of lists that are not closed")
    public SchemePlanView preview(@PathParam("id") UUID id) {
        return keep.preview(id);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            operationId = "approveClassificationScheme",
            summary = "Put a version in force and move the lines; the version before ends",
            description = "Names the hash of the preview. Whoever drafted it cannot approve it.")
    @APIResponseSchema(SchemeView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            KeepSchemes.@Nullable Approval request) {
        return keep.approve(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
