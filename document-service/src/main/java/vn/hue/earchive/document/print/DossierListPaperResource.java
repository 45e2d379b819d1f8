package vn.hue.earchive.document.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/dossier-lists/{id}/papers")
@Tag(name = "Dossier lists")
@RunOnVirtualThread
class DossierListPaperResource {

    private final DossierPapers papers;

    DossierListPaperResource(DossierPapers papers) {
        this.papers = papers;
    }

    @GET
    @Path("/list/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printDossierList",
            summary = "The dossier list of a year (danh mục hồ sơ)",
            description = "format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("id") UUID id, @PathParam("format") String format) {
        return papers.list(id, format).download("danh-muc-ho-so-" + id);
    }
}
