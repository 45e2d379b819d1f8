package vn.hue.earchive.document.email;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/emails")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Arrivals")
@RunOnVirtualThread
class EmailResource {

    private final ReceiveEmail receive;
    private final Validation validation;

    EmailResource(ReceiveEmail receive, Validation validation) {
        this.receive = receive;
        this.validation = validation;
    }

    @POST
    @Consumes("message/rfc822")
    @Operation(
            operationId = "receiveEmail",
            summary = "Take in an e-mail; answers with the arrival on the clerk's desk",
            description =
                    "The security class is declared first: anything but NONE is refused before a"
                            + " byte is read. The same message again (Message-ID and bytes)"
                            + " answers 200 with the first arrival.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "message/rfc822",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(ref = "ArrivalView")))
    public Response receive(
            @QueryParam("securityClass") @Nullable String securityClass,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            InputStream message) {
        validation.begin().addUnless(securityClass != null, "securityClass", "REQUIRED").raise();
        if (!"NONE".equals(securityClass)) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        return receive.once(message, idempotencyKey).toResponse();
    }
}
