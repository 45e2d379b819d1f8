package vn.hue.earchive.archive.custody;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ArchiveCopies;

/**
 * Calls for the copies that the policy wants and that nobody has called for yet: a store was added
 * to the configuration, or a class of holdings got more stores. Runs at the start of each instance;
 * what another one has called for already is left alone.
 */
@ApplicationScoped
class SpreadCopies {

    private static final Logger LOG = Logger.getLogger(SpreadCopies.class);
    private static final int STEP = 1000;
    private static final List<String> CODES =
            IntStream.rangeClosed(1, 7).mapToObj(code -> "0" + code).toList();

    private final Sql sql;
    private final CopiesPolicy policy;
    private final ArchiveCopies copies;
    private final Clock clock;

    SpreadCopies(Sql sql, CopiesPolicy policy, ArchiveCopies copies, Clock clock) {
        this.sql = sql;
        this.policy = policy;
        this.copies = copies;
        this.clock = clock;
    }

    /** Returns when every copy that is wanted is called for; in the scope of a job. */
    void spread() {
        for (String store : copies.stores()) {
            List<String> codes =
                    CODES.stream().filter(code -> policy.wanted(code).contains(store)).toList();
            int called = 0;
            int step;
            do {
                step = QuarkusTransaction.requiringNew().call(() -> call(store, codes));
                called += step;
            } while (step == STEP);
            if (called > 0) {
                LOG.infof("copies called for store=%s copies=%d", store, called);
            }
        }
    }

    private int call(String store, List<String> codes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return sql.update(
                """
                INSERT INTO object_copy (object_id, store, agency_id, state, next_at)
                SELECT o.object_id, ?, o.agency_id, 'MISSING', ? FROM kept_object o
                WHERE o.retention_code = ANY(?) AND NOT EXISTS (
                    SELECT 1 FROM object_copy c WHERE c.object_id = o.object_id AND c.store = ?)
                LIMIT ? ON CONFLICT DO NOTHING\
                """,
                store,
                now,
                codes,
                store,
                STEP);
    }
}
