package vn.hue.earchive.archive.stores;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import vn.hue.earchive.archive.stores.StoreViews.Comparison;
import vn.hue.earchive.archive.stores.StoreViews.Difference;
import vn.hue.earchive.archive.stores.StoreViews.Stores;
import vn.hue.earchive.kit.rest.Page;

/** The archive stores, for operators. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Archive stores",
        description = "Kho lưu trữ số: what the stores can do, and what lies in them")
@RunOnVirtualThread
class StoreResource {

    private static final String COMPARISON =
            """
            {"id":"019aab10-0000-7000-8000-000000000021","store":"replica","state":"DONE","percent":100,"startedAt":"2026-11-27T02:00:00Z","finishedAt":"2026-11-27T02:03:10Z","objects":1205,"files":8435,"bytes":2724593664,"missing":0,"changed":1,"untracked":1}\
            """;
    private static final String STORES =
            """
            {"items":[{"name":"primary","reachable":true,"capabilities":{"conditionalPut":true,"versioning":false,"objectLock":false},"lookedAt":"2026-11-27T02:00:00Z","copies":1204,"missing":0,"bad":0}]}
            """;
    private static final String DIFFERENCES =
            """
            {"items":[{"id":"019aab10-0000-7000-8000-000000000031","kind":"UNTRACKED","place":"264/2e0/486/2642e0486ade3236ede7159d0917f180d8ff7a9f2434a00d202e75ad765af239","files":7,"bytes":2261043,"seenAt":"2026-11-27T02:01:10Z"}]}
            """;

    private final ReadStores stores;

    StoreResource(ReadStores stores) {
        this.stores = stores;
    }

    @GET
    @Path("/archive-stores")
    @Operation(
            operationId = "listArchiveStores",
            summary = "The archive stores: reachable or not, what they can do, copies, comparison")
    @APIResponse(
            responseCode = "200",
            description = "All configured stores, primary first",
            content =
                    @Content(
                            schema = @Schema(implementation = Stores.class),
                            examples = @ExampleObject(name = "one", value = STORES)))
    public Stores list() {
        return stores.stores();
    }

    /** Which store is compared. */
    @Schema(name = "StoreComparisonRequest")
    record ComparisonRequest(
            @Schema(description = "Name of the store", examples = "replica")
                    @Nullable String store) {}

    @POST
    @Path("/store-comparisons")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "compareArchiveStore",
            summary = "Compare what lies in a store with what the archive answers for",
            description =
                    "Begins a comparison, or answers with the one that runs. By listing alone;"
                            + " what looks wrong is checked byte by byte at once and repaired.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ComparisonRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "replica",
                                            value = "{\"store\":\"replica\"}")))
    @APIResponse(
            responseCode = "202",
            description = "It runs",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparison.class),
                            examples = @ExampleObject(name = "comparison", value = COMPARISON)))
    public Response compare(@Nullable ComparisonRequest request) {
        Comparison comparison = stores.compare(request == null ? null : request.store());
        return Response.accepted(comparison)
                .location(URI.create("/v1/store-comparisons/" + comparison.id()))
                .build();
    }

    @GET
    @Path("/store-comparisons/{comparisonId}")
    @Operation(operationId = "getStoreComparison", summary = "How far a comparison is")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            schema = @Schema(implementation = Comparison.class),
                            examples = @ExampleObject(name = "comparison", value = COMPARISON)))
    public Comparison comparison(
            @Parameter(example = "019aab10-0000-7000-8000-000000000021") @PathParam("comparisonId")
                    UUID comparisonId) {
        return stores.comparison(comparisonId);
    }

    @GET
    @Path("/store-comparisons/{comparisonId}/differences")
    @Operation(
            operationId = "listStoreDifferences",
            summary = "What is missing, changed or untracked in the store")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order in which they were seen",
            content =
                    @Content(
                            schema = @Schema(implementation = DifferencePage.class),
                            examples = @ExampleObject(name = "untracked", value = DIFFERENCES)))
    public Page<Difference> differences(
            @Parameter(example = "019aab10-0000-7000-8000-000000000021") @PathParam("comparisonId")
                    UUID comparisonId,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return stores.differences(comparisonId, limit, cursor);
    }

    /** The page as the API document describes it. */
    @Schema(name = "StoreDifferencePage")
    record DifferencePage(List<Difference> items, @Nullable String next) {}
}
