package vn.hue.earchive.archive.rebuild;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import vn.hue.earchive.archive.rebuild.RebuildViews.Finding;
import vn.hue.earchive.kit.rest.Page;

/** The archive rebuilt from its stores, for operators. */
@Path("/v1/rebuilds")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Rebuilds",
        description =
                "Dựng lại từ kho lưu trữ số: database and index from the archive stores alone")
@RunOnVirtualThread
class RebuildResource {

    private static final String REBUILD =
            """
            {"id":"019aab10-0000-7000-8000-000000000041","mode":"RESTORE","republish":false,"status":"succeeded","stage":"DONE","progress":{"done":4096,"total":4096},"requestedAt":"2026-11-28T02:00:00Z","finishedAt":"2026-11-28T02:04:10Z","objects":1205,"packages":1204,"papers":1,"files":8435,"findings":0,"tables":[{"name":"holding","stores":1204,"database":1204,"equal":1204,"different":0,"onlyStores":0,"onlyDatabase":0,"restored":1204,"storesDigest":"7bb2c8e4ad1f1f3f2c6e0a6d5c9c43a0c5f0d3dc7c9e5a2f1de3a0b1a9c8d7e6","databaseDigest":"7bb2c8e4ad1f1f3f2c6e0a6d5c9c43a0c5f0d3dc7c9e5a2f1de3a0b1a9c8d7e6"}],"reportObject":"urn:earchive:rebuild:019aab10-0000-7000-8000-000000000041","reportSha256":"f2ca1bb6c7e907d06dafe4687e579fce76b37e4e93b7605022da52e6ccc26fd2"}\
            """;
    private static final String REBUILDS = "{\"items\":[" + REBUILD + "]}";
    private static final String FINDINGS =
            """
            {"items":[{"id":"019aab10-0000-7000-8000-000000000042","kind":"DAMAGED_COPY","place":"264/2e0/486/2642e0486ade3236ede7159d0917f180d8ff7a9f2434a00d202e75ad765af239","store":"replica","detail":"inventory.json differs","seenAt":"2026-11-28T02:01:10Z"}]}\
            """;
    private static final String ID = "019aab10-0000-7000-8000-000000000041";

    private final Rebuilds rebuilds;

    RebuildResource(Rebuilds rebuilds) {
        this.rebuilds = rebuilds;
    }

    /** What is to be done. */
    @Schema(name = "RebuildRequest")
    record Request(
            @Schema(
                            description =
                                    "COMPARE changes nothing and tells what differs. RESTORE writes"
                                            + " the rows that the database lacks, and their events.",
                            enumeration = {"COMPARE", "RESTORE"},
                            examples = "RESTORE")
                    @Nullable String mode,
            @Schema(
                            description =
                                    "With RESTORE: also send again the events that were sent, where"
                                            + " Kafka or the index was lost; false when absent",
                            examples = "false")
                    @Nullable Boolean republish) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startRebuild",
            summary = "Rebuild the archive database from the archive stores, or compare them",
            description =
                    "Runs in the background while everything is served, one at a time; goes on by"
                            + " itself after a crash. Progress is at Location.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Request.class),
                            examples =
                                    @ExampleObject(
                                            name = "restore",
                                            value = "{\"mode\":\"RESTORE\"}")))
    @APIResponse(
            responseCode = "202",
            description = "It is queued",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildViews.Rebuild.class),
                            examples = @ExampleObject(name = "rebuild", value = REBUILD)))
    @APIResponse(responseCode = "409", description = "REBUILD_RUNNING: another one is not finished")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable Request request) {
        String mode = request == null || request.mode() == null ? "" : request.mode();
        boolean republish = request != null && Boolean.TRUE.equals(request.republish());
        return rebuilds.start(new Rebuilds.Wanted(mode, republish), idempotencyKey).toResponse();
    }

    @GET
    @Operation(operationId = "listRebuilds", summary = "Rebuilds, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildPage.class),
                            examples = @ExampleObject(name = "one", value = REBUILDS)))
    public Page<RebuildViews.Rebuild> list(
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return rebuilds.list(limit, cursor);
    }

    @GET
    @Path("/{rebuildId}")
    @Operation(
            operationId = "getRebuild",
            summary = "How far a rebuild is, and in the end whether stores and database agree")
    @APIResponse(
            responseCode = "200",
            description = "The rebuild",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildViews.Rebuild.class),
                            examples = @ExampleObject(name = "rebuild", value = REBUILD)))
    public RebuildViews.Rebuild get(
            @Parameter(example = ID) @PathParam("rebuildId") UUID rebuildId) {
        return rebuilds.get(rebuildId);
    }

    @GET
    @Path("/{rebuildId}/findings")
    @Operation(
            operationId = "listRebuildFindings",
            summary = "What a person should look at: damaged copies, rows that differ")
    @APIResponse(
            responseCode = "200",
            description = "A page, in the order in which they were seen",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildFindingPage.class),
                            examples = @ExampleObject(name = "damaged", value = FINDINGS)))
    public Page<Finding> findings(
            @Parameter(example = ID) @PathParam("rebuildId") UUID rebuildId,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return rebuilds.findings(rebuildId, limit, cursor);
    }

    @POST
    @Path("/{rebuildId}/cancellation")
    @Operation(
            operationId = "cancelRebuild",
            summary = "End a rebuild where it is; what it has restored stays",
            description = "Repeatable; a finished one is left as it is.")
    @APIResponse(
            responseCode = "200",
            description = "The rebuild",
            content =
                    @Content(
                            schema = @Schema(implementation = RebuildViews.Rebuild.class),
                            examples = @ExampleObject(name = "rebuild", value = REBUILD)))
    public RebuildViews.Rebuild cancel(
            @Parameter(example = ID) @PathParam("rebuildId") UUID rebuildId) {
        return rebuilds.cancel(rebuildId);
    }

    /** The page as the API document describes it. */
    @Schema(name = "RebuildPage")
    record RebuildPage(List<RebuildViews.Rebuild> items, @Nullable String next) {}

    /** The page as the API document describes it. */
    @Schema(name = "RebuildFindingPage")
    record RebuildFindingPage(List<Finding> items, @Nullable String next) {}
}
