package vn.hue.earchive.document.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;
import vn.hue.earchive.kit.time.LegalDate;

@Path("/v1/due-hand-overs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-over")
@RunOnVirtualThread
class DueHandOverResource {

    private final DueHandOvers due;
    private final Validation validation;
    private final Clock clock;

    DueHandOverResource(DueHandOvers due, Validation validation, Clock clock) {
        this.due = due;
        this.validation = validation;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDueHandOvers",
            summary = "Dossiers due at the agency archive by a day, the most overdue first")
    public Page<DueHandOverView> list(
            @QueryParam("dueBy") @Nullable String dueBy,
            @QueryParam("maker") @Nullable String maker,
            @QueryParam("inCharge") @Nullable String inCharge,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                due.page(
                        new DueHandOvers.Filter(day(dueBy), maker, inCharge),
                        position(cursor),
                        size + 1),
                size,
                v -> Cursor.encode(v.dueOn(), v.dossierId()));
    }

    @GET
    @Path("/by-maker")
    @Transactional
    @Operation(
            operationId = "summariseDueHandOvers",
            summary = "What each unit has waiting, overdue and held back")
    public Page<DueHandOversOfMaker> byMaker() {
        return new Page<>(due.byMaker(), null);
    }

    /** Today when nothing is said: what is due or overdue. */
    private LocalDate day(@Nullable String dueBy) {
        try {
            return dueBy == null ? LegalDate.today(clock) : LocalDate.parse(dueBy);
        } catch (DateTimeException e) {
            validation.begin().add("dueBy", "WRONG_FORMAT").raise();
            throw new Problem(CommonProblem.VALIDATION_FAILED).causedBy(e);
        }
    }

    private static MakeReminders.Position position(@Nullable String cursor) {
        if (cursor == null) {
            return MakeReminders.Position.START;
        }
        try {
            List<String> parts = Cursor.decode(cursor, 2);
            return new MakeReminders.Position(
                    LocalDate.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
