package vn.hue.earchive.archive.custody;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Page;

/** What the archive holds for the caller's agency. */
@Path("/v1/holdings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holdings", description = "Hồ sơ đã lưu trữ: dossiers in the custody of the archive")
@RunOnVirtualThread
class HoldingResource {

    private final ReadHoldings holdings;

    HoldingResource(ReadHoldings holdings) {
        this.holdings = holdings;
    }

    @GET
    @Operation(
            operationId = "listHoldings",
            summary = "Holdings of the caller's agency, newest custody first",
            description = "Without documents and copies; GET one for them.")
    @APIResponse(
            responseCode = "200",
            description = "A page of holdings",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HoldingPage.class),
                            examples = @ExampleObject(name = "one", value = HoldingExamples.LIST)))
    public Page<HoldingView> list(
            @Parameter(
                            description = "ACCEPTED, STORED (under-replicated) or REPLICATED",
                            example = "STORED")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "Exactly this fileCode", example = "H57.21.2026.01-VP")
                    @QueryParam("fileCode")
                    @Nullable String fileCode,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return holdings.list(state, fileCode, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getHolding",
            summary = "One holding with its documents, files and copies")
    @APIResponse(
            responseCode = "200",
            description = "The holding",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HoldingView.class),
                            examples =
                                    @ExampleObject(
                                            name = "replicated",
                                            value = HoldingExamples.ONE)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Response get(
            @Parameter(
                            description = "Id of the holding, which is the dossier's",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id) {
        ReadHoldings.Versioned found = holdings.get(id);
        return Response.ok(found.view()).tag(ETags.of(found.version())).build();
    }

    /** The page as the API document describes it. */
    @Schema(name = "HoldingPage")
    record HoldingPage(List<HoldingView> items, @Nullable String next) {}
}
