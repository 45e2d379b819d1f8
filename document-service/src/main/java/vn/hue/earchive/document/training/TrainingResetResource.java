package vn.hue.earchive.document.training;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/training-resets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Training")
@RunOnVirtualThread
class TrainingResetResource {

    private final RequestTrainingReset resets;

    TrainingResetResource(RequestTrainingReset resets) {
        this.resets = resets;
    }

    @POST
    @Operation(
            operationId = "resetTrainingAgency",
            summary = "Remove everything that trainees have made in the caller's agency")
    @APIResponseSchema(value = TrainingResetView.class, responseCode = "202")
    public Response reset(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable TrainingResetRequest request) {
        return resets.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getTrainingReset", summary = "How far a reset is")
    public TrainingResetView get(@PathParam("id") UUID id) {
        return resets.require(id);
    }
}
