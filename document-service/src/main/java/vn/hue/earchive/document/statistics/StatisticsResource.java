package vn.hue.earchive.document.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/statistics/{form}/{year}")
@Tag(name = "Statistics")
@RunOnVirtualThread
class StatisticsResource {

    private final CountYear count;
    private final PrintStatistics print;

    StatisticsResource(CountYear count, PrintStatistics print) {
        this.count = count;
        this.print = print;
    }

    @GET
    @Transactional
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getStatistics",
            summary = "Annual statistics: documents in and out (0804), dossiers made (0805)",
            description = "Counted from the registers; every breakdown adds up to the total.")
    public StatisticsView get(@PathParam("form") String form, @PathParam("year") int year) {
        return count.of(require(form), year);
    }

    @GET
    @Path("/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printStatistics",
            summary = "The same figures on paper or as a sheet",
            description = "format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("form") String form,
            @PathParam("year") int year,
            @PathParam("format") String format) {
        return print.print(require(form), year, format).download("thong-ke-" + form + "-" + year);
    }

    private static StatisticsForm require(String form) {
        return StatisticsForm.of(form).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }
}
