package vn.hue.earchive.document.registerclosing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.print.Register;
import vn.hue.earchive.document.print.RegisterLines;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/registers/{register}/{year}/closure")
@Tag(name = "Registers")
@RunOnVirtualThread
class RegisterClosureResource {

    private final CloseRegister close;

    RegisterClosureResource(CloseRegister close) {
        this.close = close;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeRegister",
            summary = "Close the register of a past year and seal its lines and its print",
            description = "register: incoming or outgoing. It cannot be undone.")
    @APIResponseSchema(value = RegisterClosingView.class, responseCode = "201")
    public Response close(
            @PathParam("register") String register,
            @PathParam("year") int year,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        Register which =
                Register.of(register).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return close.once(RegisterLines.Range.whole(which, year), idempotencyKey).toResponse();
    }
}
