package vn.hue.earchive.document.incoming;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/incoming-documents/template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Incoming documents")
@RunOnVirtualThread
class IncomingTemplateResource {

    private final IncomingTemplate template;

    IncomingTemplateResource(IncomingTemplate template) {
        this.template = template;
    }

    @GET
    @Operation(
            operationId = "getIncomingDocumentTemplate",
            summary = "A registration with its defaults, what is left to fill in, and the codes")
    public IncomingTemplate.View get(@QueryParam("typeCode") @Nullable String typeCode) {
        return template.of(typeCode);
    }
}
