package vn.hue.earchive.document.numbering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/outgoing-numbers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
@RunOnVirtualThread
class OutgoingNumberResource {

    private final ReserveNumber reserve;
    private final OutgoingNumbers numbers;

    OutgoingNumberResource(ReserveNumber reserve, OutgoingNumbers numbers) {
        this.reserve = reserve;
        this.numbers = numbers;
    }

    @POST
    @Operation(
            operationId = "reserveOutgoingNumber",
            summary = "Keep the next number of a series for a document to come")
    @APIResponseSchema(value = OutgoingNumberView.class, responseCode = "201")
    public Response reserve(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReserveNumberRequest request) {
        return reserve.once(request, idempotencyKey).toResponse();
    }

    @POST
    @Path("/{id}/voiding")
    @Operation(
            operationId = "voidOutgoingNumber",
            summary = "Give up a reserved number; it stays in the list with the reason")
    @APIResponseSchema(OutgoingNumberView.class)
    public Response voiding(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable VoidNumberRequest request) {
        return reserve.voidOnce(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listOutgoingNumbers",
            summary = "Every number of the outgoing series, void ones too; highest first",
            description = "state is RESERVED, USED or VOID.")
    public Page<OutgoingNumberView> list(
            @QueryParam("year") @Nullable Integer year,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (state != null && !List.of("RESERVED", "USED", "VOID").contains(state)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "state");
        }
        int size = Limits.page(limit);
        return Page.of(
                        numbers.page(year, state, cursor == null ? null : place(cursor), size + 1),
                        size,
                        n -> Cursor.encode(n.year(), n.series(), n.number()))
                .map(reserve::view);
    }

    private static OutgoingNumbers.Place place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 3);
        try {
            return new OutgoingNumbers.Place(
                    Integer.parseInt(keys.get(0)), keys.get(1), Long.parseLong(keys.get(2)));
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
