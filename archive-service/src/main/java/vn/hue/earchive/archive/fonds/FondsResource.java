package vn.hue.earchive.archive.fonds;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Page;

/** The fonds of the caller's agency. */
@Path("/v1/fonds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fonds", description = "Phông lưu trữ: whose records the archive holds")
@RunOnVirtualThread
class FondsResource {

    private static final String ONE =
            """
            {"id":"019aab10-0000-7000-8000-000000000021","agencyId":"019aab10-0000-7000-8000-000000000021","code":"H57.21","kind":"FONDS","status":"OPEN","title":"Phông Ủy ban nhân dân phường Thuận Hóa","administrativeHistory":"Thành lập ngày 01/7/2025.","languages":["01"],"backupRegime":true,"dateFrom":"2025-07-01","dateTo":"2026-11-20","holdings":{"dossiers":2,"documents":19,"mediaItems":4,"files":31,"pages":87,"bytes":5242880}}
            """;
    private static final String LIST = "{\"items\":[" + ONE + "]}";
    private static final String SAID =
            """
            {"title":"Phông Ủy ban nhân dân phường Thuận Hóa","administrativeHistory":"Thành lập ngày 01/7/2025.","languages":["01"],"backupRegime":true}
            """;

    private final DescribeFonds fonds;

    FondsResource(DescribeFonds fonds) {
        this.fonds = fonds;
    }

    @GET
    @Operation(operationId = "listFonds", summary = "Fonds of the caller's agency, by code")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = FondsPage.class),
                            examples = @ExampleObject(name = "one", value = LIST)))
    public Page<FondsView> list(
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return fonds.list(limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getFonds", summary = "One fonds and how much is in it")
    @APIResponse(
            responseCode = "200",
            description = "The fonds",
            content =
                    @Content(
                            schema = @Schema(implementation = FondsView.class),
                            examples = @ExampleObject(name = "open", value = ONE)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Response get(
            @Parameter(example = "019aab10-0000-7000-8000-000000000021") @PathParam("id") UUID id) {
        return answer(fonds.get(id));
    }

    @PUT
    @Path("/{id}/description")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "describeFonds",
            summary = "Say what the fonds is: title, history, scheme",
            description = "Replaces the whole description; code and status are not part of it.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = FondsRequest.class),
                            examples = @ExampleObject(name = "described", value = SAID)))
    @APIResponse(
            responseCode = "200",
            description = "The fonds as it is described now",
            content =
                    @Content(
                            schema = @Schema(implementation = FondsView.class),
                            examples = @ExampleObject(name = "open", value = ONE)))
    public Response describe(
            @Parameter(example = "019aab10-0000-7000-8000-000000000021") @PathParam("id") UUID id,
            @Parameter(description = "ETag of the fonds as it was read", example = "\"v1\"")
                    @HeaderParam("If-Match")
                    @Nullable String ifMatch,
            @NotNull @Valid FondsRequest request) {
        return answer(fonds.describe(id, request, ifMatch));
    }

    private static Response answer(DescribeFonds.Versioned found) {
        return Response.ok(found.view()).tag(ETags.of(found.version())).build();
    }

    /** The page as the API document describes it. */
    @Schema(name = "FondsPage")
    record FondsPage(List<FondsView> items, @Nullable String next) {}
}
