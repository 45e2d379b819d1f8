package vn.hue.earchive.document.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;
import vn.hue.earchive.kit.time.LegalDate;

@Path("/v1/handling-tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
@RunOnVirtualThread
class HandlingTaskResource {

    private final Handlings handlings;
    private final Clock clock;

    HandlingTaskResource(Handlings handlings, Clock clock) {
        this.handlings = handlings;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listHandlingTasks",
            summary = "Incoming documents that somebody still has to handle, the first due first",
            description = "overdue=true leaves what was due before today.")
    public Page<TaskView> tasks(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("assignee") @Nullable String assignee,
            @QueryParam("overdue") @Nullable Boolean overdue,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        LocalDate today = LegalDate.today(clock);
        return Page.of(
                        handlings.open(
                                new Handlings.Filter(
                                        unit,
                                        assignee,
                                        Boolean.TRUE.equals(overdue) ? today : null),
                                cursor == null ? null : place(cursor),
                                today,
                                size + 1),
                        size,
                        t -> Cursor.encode(t.place().due(), t.place().documentId()))
                .map(Handlings.Task::view);
    }

    private static Handlings.Place place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Handlings.Place(LocalDate.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
