package vn.hue.earchive.document.numbering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/secret-stubs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
@RunOnVirtualThread
class SecretStubResource {

    private final SecretStubs stubs;

    SecretStubResource(SecretStubs stubs) {
        this.stubs = stubs;
    }

    @POST
    @Operation(
            operationId = "enterSecretStub",
            summary = "Take a number slot for a state-secret paper; nothing about it is kept",
            description =
                    "Secret papers have their own series. Number, direction and level only: no"
                            + " abstract, no file, no issuer.")
    @APIResponseSchema(value = SecretStubView.class, responseCode = "201")
    public Response enter(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SecretStubRequest request) {
        return stubs.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(operationId = "listSecretStubs", summary = "Number slots, newest first")
    public Page<SecretStubView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        stubs.page(cursor == null ? null : before(cursor), size + 1),
                        size,
                        s -> Cursor.encode(s.id()))
                .map(SecretStub::view);
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
