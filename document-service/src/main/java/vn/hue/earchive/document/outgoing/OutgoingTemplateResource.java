package vn.hue.earchive.document.outgoing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/outgoing-documents/template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outgoing documents")
@RunOnVirtualThread
class OutgoingTemplateResource {

    private final OutgoingTemplate template;

    OutgoingTemplateResource(OutgoingTemplate template) {
        this.template = template;
    }

    @GET
    @Operation(
            operationId = "getOutgoingDocumentTemplate",
            summary = "A draft with its defaults, what is left to fill in, and the codes")
    public OutgoingTemplate.View get(@QueryParam("typeCode") @Nullable String typeCode) {
        return template.of(typeCode);
    }
}
