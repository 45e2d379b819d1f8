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

@Path("/v1/dossiers/{id}/papers")
@Tag(name = "Dossiers")
@RunOnVirtualThread
class DossierPaperResource {

    private final DossierPapers papers;

    DossierPaperResource(DossierPapers papers) {
        this.papers = papers;
    }

    @GET
    @Path("/contents/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printDossierContents",
            summary = "List of the documents in a dossier (mục lục văn bản, tài liệu trong hồ sơ)",
            description = "format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("id") UUID id, @PathParam("format") String format) {
        return papers.contents(id, format).download("muc-luc-van-ban-" + id);
    }
}
