package vn.hue.earchive.document.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
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

@Path("/v1/handling-reports/{register}/{year}")
@Tag(name = "Registers")
@RunOnVirtualThread
class HandlingReportResource {

    private final HandlingReport print;

    HandlingReportResource(HandlingReport print) {
        this.print = print;
    }

    @GET
    @Path("/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printHandlingReport",
            summary = "How far the documents of a year are handled, with those that are not done",
            description = "register: incoming or outgoing; format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("register") String register,
            @PathParam("year") int year,
            @PathParam("format") String format) {
        Register which =
                Register.of(register).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return print.print(which, year, format)
                .download("tinh-hinh-giai-quyet-" + which.path() + "-" + year);
    }
}
