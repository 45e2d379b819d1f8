package vn.hue.earchive.archive.fixity;

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
import vn.hue.earchive.archive.fixity.FixityViews.Certificate;
import vn.hue.earchive.archive.fixity.FixityViews.Finding;
import vn.hue.earchive.archive.fixity.FixityViews.Progress;
import vn.hue.earchive.archive.fixity.FixityViews.Round;
import vn.hue.earchive.kit.rest.Page;

/** What the checks of the copies do and find. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Fixity",
        description =
                "Kiểm tra tính toàn vẹn: checks of every copy, findings, repairs, certificates")
@RunOnVirtualThread
class FixityResource {

    private final ReadFixity fixity;
    private final IssueCertificate certificates;
    private final FixityRounds rounds;

    FixityResource(ReadFixity fixity, IssueCertificate certificates, FixityRounds rounds) {
        this.fixity = fixity;
        this.certificates = certificates;
        this.rounds = rounds;
    }

    @GET
    @Path("/fixity")
    @Operation(
            operationId = "getFixityProgress",
            summary = "How far the checks of the copies are, per store",
            description = "For the caller's agency; operators see all agencies together.")
    @APIResponse(
            responseCode = "200",
            description = "The progress",
            content =
                    @Content(
                            schema = @Schema(implementation = Progress.class),
                            examples =
                                    @ExampleObject(
                                            name = "progress",
                                            value = FixityExamples.PROGRESS)))
    public Progress progress() {
        return fixity.progress();
    }

    @GET
    @Path("/fixity-findings")
    @Operation(
            operationId = "listFixityFindings",
            summary = "What the checks found, newest first",
            description = "Of the caller's agency; operators see those of all agencies.")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content =
                    @Content(
                            schema = @Schema(implementation = FindingPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "repaired",
                                            value = FixityExamples.FINDINGS)))
    public Page<Finding> findings(
            @Parameter(
                            description = "OPEN, REPAIRED, SET_ASIDE, UNREPAIRABLE, LEFT or GONE",
                            example = "UNREPAIRABLE")
                    @QueryParam("state")
                    @Nullable String state,
            @Parameter(description = "Name of the store", example = "replica") @QueryParam("store")
                    @Nullable String store,
            @Parameter(
                            description = "Id of a holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @QueryParam("holdingId")
                    @Nullable UUID holdingId,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return fixity.findings(state, store, holdingId, limit, cursor);
    }

    @GET
    @Path("/fixity-findings/{findingId}")
    @Operation(operationId = "getFixityFinding", summary = "One finding with its history")
    @APIResponse(
            responseCode = "200",
            description = "The finding",
            content =
                    @Content(
                            schema = @Schema(implementation = Finding.class),
                            examples =
                                    @ExampleObject(
                                            name = "repaired",
                                            value = FixityExamples.FINDING)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Finding finding(
            @Parameter(example = "019aab10-0000-7000-8000-000000000001") @PathParam("findingId")
                    UUID findingId) {
        return fixity.finding(findingId);
    }

    @GET
    @Path("/fixity-certificates/{year}")
    @Operation(
            operationId = "getFixityCertificate",
            summary = "What was checked for an agency in a year, what was found and repaired",
            description =
                    "For the caller's agency. While the year lasts, until today and not complete.")
    @APIResponse(
            responseCode = "200",
            description = "The certificate",
            content =
                    @Content(
                            schema = @Schema(implementation = Certificate.class),
                            examples =
                                    @ExampleObject(
                                            name = "year",
                                            value = FixityExamples.CERTIFICATE)))
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: a year that has not begun, or another agency")
    public Certificate certificate(
            @Parameter(example = "2026") @PathParam("year") int year,
            @Parameter(
                            description = "Another agency than the caller's; for operators",
                            example = "01936f00-0000-7000-8000-000000005721")
                    @QueryParam("agencyId")
                    @Nullable UUID agencyId) {
        return certificates.of(year, agencyId);
    }

    /** Which copies a round covers. */
    @Schema(name = "FixityRoundRequest")
    record RoundRequest(
            @Schema(description = "Name of a store; absent for all", examples = "replica")
                    @Nullable String store) {}

    @POST
    @Path("/fixity-rounds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startFixityRound",
            summary = "Check every copy now, after an incident for example",
            description =
                    "Calls all copies to be checked at once, within the budget of the service;"
                            + " progress is at Location.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RoundRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "one store",
                                            value = "{\"store\":\"replica\"}")))
    @APIResponse(
            responseCode = "202",
            description = "It has begun",
            content =
                    @Content(
                            schema = @Schema(implementation = Round.class),
                            examples =
                                    @ExampleObject(name = "running", value = FixityExamples.ROUND)))
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable RoundRequest request) {
        return rounds.start(request == null ? null : request.store(), idempotencyKey).toResponse();
    }

    @GET
    @Path("/fixity-rounds/{roundId}")
    @Operation(operationId = "getFixityRound", summary = "How far a round is")
    @APIResponse(
            responseCode = "200",
            description = "The round",
            content =
                    @Content(
                            schema = @Schema(implementation = Round.class),
                            examples =
                                    @ExampleObject(name = "running", value = FixityExamples.ROUND)))
    public Round round(
            @Parameter(example = "019aab10-0000-7000-8000-000000000009") @PathParam("roundId")
                    UUID roundId) {
        return rounds.get(roundId);
    }

    /** The page as the API document describes it. */
    @Schema(name = "FixityFindingPage")
    record FindingPage(List<Finding> items, @Nullable String next) {}
}
