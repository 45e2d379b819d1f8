package vn.hue.earchive.document.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
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

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class RetentionResource {

    private final RetentionRules rules;
    private final RetentionSchedules schedules;

    RetentionResource(RetentionRules rules, RetentionSchedules schedules) {
        this.rules = rules;
        this.schedules = schedules;
    }

    @GET
    @Path("/retention-rules")
    @Transactional
    @Operation(
            operationId = "findRetentionRules",
            summary =
                    "Rules in force on a day, or those of one version; q finds words with or"
                            + " without tones")
    public Page<RetentionRuleView> find(
            @QueryParam("q") @Nullable String q,
            @QueryParam("source") @Nullable String source,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("scheduleId") @Nullable UUID scheduleId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        var search = new RetentionRules.Search(q, source, asOf, scheduleId);
        return Page.of(
                        rules.matching(search, place(cursor), size + 1),
                        size,
                        f -> Cursor.encode(f.schedule().id(), f.rule().position()))
                .map(f -> f.rule().view(f.schedule()));
    }

    @GET
    @Path("/retention-sources")
    @Transactional
    @Operation(
            operationId = "listRetentionSources",
            summary = "Who issues rule sets: the general schedule, sectors, the agency itself")
    public Page<RetentionSource.View> sources() {
        List<RetentionSource.View> all =
                schedules.sources().values().stream().map(RetentionSource::view).toList();
        return new Page<>(all, null);
    }

    private static RetentionRules.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new RetentionRules.Place(
                    UUID.fromString(keys.get(0)), Integer.parseInt(keys.get(1)));
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
