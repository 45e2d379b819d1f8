package vn.hue.earchive.document.statistics;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.document.print.Query;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

@Path("/v1/overview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
@RunOnVirtualThread
class OverviewResource {

    private static final int MOST_UNITS = 200;

    /** Each part reads a partial index that holds only what waits. */
    private static final String WAITING =
            """
            select unit, sum(unfiled) as unfiled, sum(open) as open, sum(overdue) as overdue from (
                select coalesce(assignee, '') as unit, count(*) as unfiled, 0 as open, 0 as overdue
                from document where agency_id = ? and dossier_count = 0
                    and handling_state not in ('RETURNED', 'RECALLED')
                group by 1
                union all
                select maker, 0, count(*), 0 from dossier
                where agency_id = ? and state = 'OPEN' group by 1
                union all
                select maker, 0, 0, count(*) from dossier
                where agency_id = ? and state in ('CLOSED', 'RETURNED')
                    and greatest(hand_over_due_on, held_back_until) < ?
                group by 1
            ) waiting group by unit order by overdue desc, open desc, unit
            """;

    private final Query query;
    private final CurrentCaller caller;
    private final Clock clock;

    OverviewResource(Query query, CurrentCaller caller, Clock clock) {
        this.query = query;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getOverview",
            summary = "What waits, per unit: unfiled documents, open and overdue dossiers")
    public OverviewView get() {
        UUID agency = caller.get().agencyId();
        LocalDate today = LegalDate.today(clock);
        long[] sums = new long[3];
        List<OverviewView.Unit> units = new ArrayList<>();
        query.each(
                WAITING,
                List.of(agency, agency, agency, today),
                row -> {
                    OverviewView.Unit unit =
                            new OverviewView.Unit(
                                    row.some("unit"),
                                    row.number("unfiled"),
                                    row.number("open"),
                                    row.number("overdue"));
                    sums[0] += unit.unfiled();
                    sums[1] += unit.open();
                    sums[2] += unit.overdue();
                    if (units.size() < MOST_UNITS) {
                        units.add(unit);
                    }
                });
        return new OverviewView(today, sums[0], sums[1], sums[2], units);
    }
}
