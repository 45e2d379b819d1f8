package vn.hue.earchive.document.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/dossiers/template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@RunOnVirtualThread
class DossierTemplateResource {

    private final DossierTemplate template;

    DossierTemplateResource(DossierTemplate template) {
        this.template = template;
    }

    @GET
    @Operation(
            operationId = "getDossierTemplate",
            summary = "A dossier with its defaults, from a line of the dossier list or ad hoc")
    public DossierTemplate.View get(@QueryParam("dossierListItemId") @Nullable UUID listItemId) {
        return template.of(listItemId);
    }
}
