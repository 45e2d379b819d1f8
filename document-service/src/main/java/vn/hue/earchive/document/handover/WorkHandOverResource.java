package vn.hue.earchive.document.handover;

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
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/work-hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-over")
@RunOnVirtualThread
class WorkHandOverResource {

    private final HandOverWork handOver;
    private final OpenWork work;
    private final WorkHandOvers minutes;
    private final CurrentCaller caller;

    WorkHandOverResource(
            HandOverWork handOver, OpenWork work, WorkHandOvers minutes, CurrentCaller caller) {
        this.handOver = handOver;
        this.work = work;
        this.minutes = minutes;
        this.caller = caller;
    }

    @GET
    @Path("/open-work")
    @Transactional
    @Operation(
            operationId = "listOpenWork",
            summary =
                    "What a person still answers for: dossiers and unfiled documents; one's own by"
                            + " default")
    public Page<OpenWorkItem> openWork(
            @QueryParam("person") @Nullable String person,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        String whose = person == null ? caller.get().username() : person;
        return Page.of(
                work.of(whose, position(cursor), size + 1),
                size,
                i -> Cursor.encode(i.kind(), i.id()));
    }

    private static OpenWork.Position position(@Nullable String cursor) {
        if (cursor == null) {
            return OpenWork.Position.START;
        }
        try {
            List<String> parts = Cursor.decode(cursor, 2);
            return new OpenWork.Position(parts.getFirst(), UUID.fromString(parts.getLast()));
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    @POST
    @Operation(
            operationId = "handOverWork",
            summary = "Give the open work of somebody who leaves to named successors")
    @APIResponseSchema(value = WorkHandOverView.class, responseCode = "201")
    public Response handOver(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable WorkHandOverRequest request) {
        return handOver.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getWorkHandOver", summary = "Minutes of work that was handed on")
    public WorkHandOverView get(@PathParam("id") UUID id) {
        return minutes.require(id);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listWorkHandOvers",
            summary = "Minutes of work that was handed on, newest first")
    public Page<WorkHandOverView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                minutes.page(caller.get().agencyId(), IdCursor.before(cursor), size + 1),
                size,
                w -> Cursor.encode(w.id()));
    }
}
