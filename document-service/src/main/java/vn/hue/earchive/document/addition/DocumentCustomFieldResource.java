package vn.hue.earchive.document.addition;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import vn.hue.earchive.document.customfield.CustomValuesRequest;
import vn.hue.earchive.document.customfield.CustomValuesView;
import vn.hue.earchive.kit.rest.ETags;

@Path("/v1/documents/{id}/custom-fields")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Custom fields")
@RunOnVirtualThread
class DocumentCustomFieldResource {

    private final ChangeCustomValues change;

    DocumentCustomFieldResource(ChangeCustomValues change) {
        this.change = change;
    }

    @GET
    @Operation(
            operationId = "getDocumentCustomFields",
            summary = "Values of a document in the agency's own fields")
    @APIResponseSchema(CustomValuesView.class)
    public Response get(@PathParam("id") UUID id) {
        return answer(change.read(id));
    }

    @PUT
    @Operation(
            operationId = "changeDocumentCustomFields",
            summary = "Replace the values of a document in the agency's own fields")
    @APIResponseSchema(CustomValuesView.class)
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable CustomValuesRequest request) {
        return answer(change.replace(id, request, ifMatch));
    }

    private static Response answer(ChangeCustomValues.Seen seen) {
        return Response.ok(seen.view()).tag(ETags.of(seen.version())).build();
    }
}
