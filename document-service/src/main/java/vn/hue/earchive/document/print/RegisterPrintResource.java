package vn.hue.earchive.document.print;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/registers/{register}/{year}")
@Tag(name = "Registers")
@RunOnVirtualThread
class RegisterPrintResource {

    private final PrintRegister print;

    RegisterPrintResource(PrintRegister print) {
        this.print = print;
    }

    @GET
    @Path("/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printRegister",
            summary = "The register of a year as PDF/A with all statutory columns, or as a sheet",
            description =
                    "register: incoming or outgoing; format: pdf or xlsx; from and to are days of"
                            + " arrival or issue and print a part of the year.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("register") String register,
            @PathParam("year") int year,
            @PathParam("format") String format,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to) {
        Register which =
                Register.of(register).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return print.print(new RegisterLines.Range(which, year, from, to), format)
                .download("so-dang-ky-" + which.path() + "-" + year);
    }
}
