package vn.hue.earchive.document.retention;

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
import java.util.Objects;
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

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class RetentionReportResource {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);
    private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 1, 1);

    private final RetentionReports reports;
    private final Clock clock;

    RetentionReportResource(RetentionReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @GET
    @Path("/retention-due-dates")
    @Transactional
    @Operation(
            operationId = "listRetentionDueDates",
            summary =
                    "Dossiers by the day from which they may be appraised; waiting=true: those"
                            + " whose period waits for an event")
    public Page<RetentionReports.DueDate> due(
            @QueryParam("eligibleFrom") @Nullable LocalDate eligibleFrom,
            @QueryParam("eligibleBefore") @Nullable LocalDate eligibleBefore,
            @QueryParam("waiting") @Nullable Boolean waiting,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        var after = cursor == null ? new RetentionReports.After(EARLIEST, FIRST) : place(cursor);
        List<RetentionReports.DueDate> rows =
                Boolean.TRUE.equals(waiting)
                        ? reports.waiting(after, size + 1)
                        : reports.due(
                                Objects.requireNonNullElse(eligibleFrom, EARLIEST),
                                Objects.requireNonNullElse(eligibleBefore, LATEST),
                                after,
                                size + 1);
        return Page.of(
                rows,
                size,
                d ->
                        Cursor.encode(
                                Objects.requireNonNullElse(d.eligibleOn(), EARLIEST),
                                d.dossierId()));
    }

    @GET
    @Path("/retention-overrides")
    @Transactional
    @Operation(
            operationId = "listRetentionOverrides",
            summary = "Log of choices against the inherited rule, newest first")
    public Page<RetentionReports.OverrideView> overrides(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        UUID before = cursor == null ? LAST : uuid(Cursor.decode(cursor, 1).getFirst());
        return Page.of(reports.overrides(before, size + 1), size, o -> Cursor.encode(o.id()));
    }

    @GET
    @Path("/retention-overrides/statistics")
    @Transactional
    @Operation(
            operationId = "getRetentionStatistics",
            summary = "Overrides and what became of suggestions in a calendar year")
    public RetentionReports.Statistics statistics(@QueryParam("year") @Nullable Integer year) {
        int wanted = year == null ? LegalDate.today(clock).getYear() : year;
        if (wanted < EARLIEST.getYear() || wanted > 2200) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "year");
        }
        return reports.statistics(wanted);
    }

    private static RetentionReports.After place(String cursor) {
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new RetentionReports.After(LocalDate.parse(keys.get(0)), uuid(keys.get(1)));
        } catch (DateTimeException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
