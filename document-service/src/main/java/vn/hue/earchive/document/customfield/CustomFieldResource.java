package vn.hue.earchive.document.customfield;

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
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Custom fields")
@RunOnVirtualThread
class CustomFieldResource {

    private final DefineCustomField define;
    private final CustomFieldTable table;

    CustomFieldResource(DefineCustomField define, CustomFieldTable table) {
        this.define = define;
        this.table = table;
    }

    @POST
    @Operation(
            operationId = "defineCustomField",
            summary = "Define a field of documents or dossiers, or a new version of it")
    @APIResponseSchema(value = CustomFieldView.class, responseCode = "201")
    public Response define(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable CustomFieldRequest request) {
        return define.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listCustomFields",
            summary = "Fields of the agency in all their versions, newest first",
            description = "subject is DOCUMENT or DOSSIER; state ACTIVE is what counts now.")
    public Page<CustomFieldView> list(
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        table.page(
                                Paging.one(CustomField.Subject.class, "subject", subject),
                                Paging.before(cursor),
                                size + 1),
                        size,
                        field -> Cursor.encode(field.id()))
                .map(CustomField::view);
    }

    @POST
    @Path("/{id}/retirement")
    @Operation(
            operationId = "retireCustomField",
            summary = "Take a field out of use; values that are there stay")
    @APIResponseSchema(CustomFieldView.class)
    public Response retire(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return define.retire(id, ifMatch, idempotencyKey).toResponse();
    }
}
