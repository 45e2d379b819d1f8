package vn.hue.earchive.archive.accession;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.accession.AccessionViews.Accession;
import vn.hue.earchive.archive.accession.AccessionViews.Check;
import vn.hue.earchive.archive.accession.AccessionViews.Statistics;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Page;

/** What came into custody, and the annual statistics of the archive. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Accessions and statistics",
        description = "Sổ đăng ký nộp lưu và thống kê: what came in, what is held, what was used")
@RunOnVirtualThread
class AccessionResource {

    private static final String ACCESSIONS =
            """
            {"items":[{"submissionId":"01936f2b-2222-7222-8333-444455556666","submittedBy":"specialist.ancuu","submittedAt":"2026-11-27T02:00:00Z","receivedAt":"2026-11-27T02:00:01Z","firstAcceptedAt":"2026-11-27T02:00:03Z","lastAcceptedAt":"2026-11-27T02:00:09Z","submittedDossiers":3,"accepted":{"dossiers":2,"documents":19,"mediaItems":4,"files":31,"pages":87,"bytes":5242880}}]}
            """;
    private static final String CHECK =
            """
            {"year":2026,"checkedAt":"2026-11-27T02:10:00Z","agrees":true,"register":{"dossiers":2,"documents":19,"mediaItems":4,"files":31,"pages":87,"bytes":5242880},"journalDossiers":2,"missingInRegister":[],"missingInJournal":[]}
            """;
    private static final String STATISTICS =
            """
            {"form":"0808","title":"Tài liệu lưu trữ đang bảo quản","year":2026,"countedAt":"2026-11-27T02:10:00Z","holdings":{"dossiers":2,"documents":19,"mediaItems":4,"files":31,"pages":87,"bytes":5242880},"breakdowns":[{"by":"RETENTION","label":"Theo thời hạn lưu trữ","parts":[{"code":"01","label":"Vĩnh viễn","holdings":{"dossiers":2,"documents":19,"mediaItems":4,"files":31,"pages":87,"bytes":5242880}}]}]}
            """;

    private final ReadAccessions accessions;
    private final CountHoldings count;

    AccessionResource(ReadAccessions accessions, CountHoldings count) {
        this.accessions = accessions;
        this.count = count;
    }

    @GET
    @Path("/accessions")
    @Operation(
            operationId = "listAccessions",
            summary = "The accession register: what each submission has brought, newest first",
            description = "Submissions of which nothing was accepted are not in it.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the register",
            content =
                    @Content(
                            schema = @Schema(implementation = AccessionPage.class),
                            examples = @ExampleObject(name = "one", value = ACCESSIONS)))
    public Page<Accession> list(
            @Parameter(description = "Received in this year only", example = "2026")
                    @QueryParam("year")
                    @Nullable Integer year,
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return accessions.list(year, limit, cursor);
    }

    @GET
    @Path("/accession-checks/{year}")
    @Operation(
            operationId = "checkAccessions",
            summary = "Recompute the register of a year from the journal and compare",
            description = "The journal of acts only grows; what differs is named.")
    @APIResponse(
            responseCode = "200",
            description = "What both say",
            content =
                    @Content(
                            schema = @Schema(implementation = Check.class),
                            examples = @ExampleObject(name = "agrees", value = CHECK)))
    public Check check(@Parameter(example = "2026") @PathParam("year") int year) {
        return accessions.check(year);
    }

    @GET
    @Path("/holdings-statistics/{form}/{year}")
    @Operation(
            operationId = "getHoldingsStatistics",
            summary =
                    "Annual statistics: holdings (0808), acquired (0809), used (0810), counted anew")
    @APIResponse(
            responseCode = "200",
            description = "The statistics",
            content =
                    @Content(
                            schema = @Schema(implementation = Statistics.class),
                            examples = @ExampleObject(name = "held", value = STATISTICS)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: the archive has no such form")
    public Statistics statistics(
            @Parameter(example = "0808") @PathParam("form") String form,
            @Parameter(example = "2026") @PathParam("year") int year) {
        return count.of(
                StatisticsForm.of(form).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)),
                year);
    }

    /** The page as the API document describes it. */
    @Schema(name = "AccessionPage")
    record AccessionPage(List<Accession> items, @Nullable String next) {}
}
