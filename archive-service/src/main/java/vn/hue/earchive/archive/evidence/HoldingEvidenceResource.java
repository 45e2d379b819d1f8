package vn.hue.earchive.archive.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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
import vn.hue.earchive.archive.evidence.EvidenceViews.Entry;
import vn.hue.earchive.archive.evidence.EvidenceViews.Proven;
import vn.hue.earchive.kit.rest.Page;

/** What the log says of one holding. */
@Path("/v1/holdings/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence")
@RunOnVirtualThread
class HoldingEvidenceResource {

    private final ReadEvidence evidence;

    HoldingEvidenceResource(ReadEvidence evidence) {
        this.evidence = evidence;
    }

    @GET
    @Path("/evidence")
    @Operation(
            operationId = "listHoldingEvidence",
            summary = "What was done with a holding, with the place of each entry in the log")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries, in the order of the log",
            content =
                    @Content(
                            schema = @Schema(implementation = EntryPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "stored",
                                            value = EvidenceExamples.ENTRIES)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Page<Entry> list(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return evidence.entries(id, limit, cursor);
    }

    @GET
    @Path("/evidence/{entryId}")
    @Operation(
            operationId = "getHoldingEvidence",
            summary = "One entry with what it takes to check it",
            description =
                    "Body and salt give the commitment, the commitment is the leaf, the proof leads"
                            + " from the leaf to the signed checkpoint.")
    @APIResponse(
            responseCode = "200",
            description = "The entry",
            content =
                    @Content(
                            schema = @Schema(implementation = Proven.class),
                            examples =
                                    @ExampleObject(
                                            name = "stored",
                                            value = EvidenceExamples.ENTRY)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(
            responseCode = "409",
            description = "EVIDENCE_PENDING: it is not in the published log yet")
    @APIResponse(
            responseCode = "503",
            description = "EVIDENCE_INCONSISTENT: the entry is not what was signed")
    public Proven get(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Parameter(
                            description = "Id of the audit entry",
                            example = "019aab10-0000-7000-8000-000000000041")
                    @PathParam("entryId")
                    UUID entryId) {
        return evidence.entry(id, entryId);
    }

    /** The page as the API document describes it. */
    @Schema(name = "EvidenceEntryPage")
    record EntryPage(List<Entry> items, @Nullable String next) {}
}
