package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.fixity.FixityViews.Round;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ArchiveCopies;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Rounds that an operator asks for: every copy is called to be checked now. Calling goes in steps
 * that any instance takes over; checking is the usual one, within its budget.
 */
@ApplicationScoped
class FixityRounds {

    private static final int STEP = 500;
    private static final String ROUND = "fixity-round";
    private static final String COLUMNS =
            "SELECT id, requested_at, store, at_object, at_store, called_at IS NOT NULL"
                    + " FROM fixity_round ";

    private final Sql sql;
    private final ArchiveCopies copies;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    FixityRounds(
            Sql sql,
            ArchiveCopies copies,
            Idempotency idempotency,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.sql = sql;
        this.copies = copies;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks for a round.
     *
     * @param store the store whose copies are checked; null for all
     */
    @Transactional
    Answer<Round> start(@Nullable String store, @Nullable String idempotencyKey) {
        if (store != null && !copies.stores().contains(store)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "store");
        }
        return idempotency.once(
                "startFixityRound",
                idempotencyKey,
                store == null ? "" : store,
                Round.class,
                () -> accepted(store));
    }

    private Answer<Round> accepted(@Nullable String store) {
        Caller who = caller.get();
        UUID id = Ids.next();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        sql.update(
                """
                INSERT INTO fixity_round (id, agency_id, requested_by, requested_at, store)
                VALUES (?, ?, ?, ?, ?)\
                """,
                id,
                who.agencyId(),
                who.subject(),
                now,
                store);
        audit.append(
                who.agencyId(),
                "fixity.start-round",
                ROUND,
                id,
                1,
                store == null ? Map.of() : Map.of("store", store));
        return new Answer<>(
                202,
                "/v1/fixity-rounds/" + id,
                null,
                new Round(id, now, store, "RUNNING", 0, 0, 0));
    }

    private record Row(
            UUID id,
            Instant requestedAt,
            @Nullable String store,
            String atObject,
            String atStore,
            boolean called) {}

    private static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id(1),
                row.instant(2),
                row.textOrNull(3),
                row.text(4),
                row.text(5),
                row.flag(6));
    }

    /** Calls the next copies of a round; false when there is nothing to call. */
    @Transactional
    boolean callNext() {
        Optional<Row> next =
                sql.first(
                        COLUMNS
                                + "WHERE called_at IS NULL ORDER BY requested_at LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED",
                        FixityRounds::row);
        next.ifPresent(this::call);
        return next.isPresent();
    }

    private record Copy(String objectId, String store) {}

    private void call(Row round) {
        List<Copy> called =
                sql.list(
                        """
                        SELECT object_id, store FROM object_copy
                        WHERE (object_id, store) > (?, ?) ORDER BY object_id, store LIMIT ? FOR UPDATE\
                        """,
                        row -> new Copy(row.text(1), row.text(2)),
                        round.atObject(),
                        round.atStore(),
                        STEP);
        if (called.isEmpty()) {
            sql.update(
                    "UPDATE fixity_round SET called_at = ? WHERE id = ?",
                    clock.instant(),
                    round.id());
            return;
        }
        sql.update(
                """
                UPDATE object_copy SET next_at = ?
                WHERE (object_id, store) > (?, ?) AND (object_id, store) <= (?, ?)
                    AND state = 'GOOD' AND next_at > ? AND store = coalesce(?, store)\
                """,
                round.requestedAt(),
                round.atObject(),
                round.atStore(),
                called.getLast().objectId(),
                called.getLast().store(),
                round.requestedAt(),
                round.store());
        sql.update(
                "UPDATE fixity_round SET at_object = ?, at_store = ? WHERE id = ?",
                called.getLast().objectId(),
                called.getLast().store(),
                round.id());
    }

    /**
     * How far a round is.
     *
     * @throws Problem NOT_FOUND when there is none
     */
    Round get(UUID id) {
        caller.get();
        return JobScope.transaction(
                "fixity-report",
                () ->
                        sql.first(COLUMNS + "WHERE id = ?", FixityRounds::row, id)
                                .map(this::view)
                                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND)));
    }

    private Round view(Row round) {
        record Counts(long copies, long checked) {}
        Counts counts =
                sql.first(
                                """
                                SELECT count(*), count(*) FILTER (WHERE checked_at >= ?) FROM object_copy
                                WHERE state <> 'MISSING' AND store = coalesce(?, store)\
                                """,
                                row -> new Counts(row.number(1), row.number(2)),
                                round.requestedAt(),
                                round.store())
                        .orElseThrow();
        long found =
                sql.first(
                                """
                                SELECT count(*) FROM fixity_finding
                                WHERE found_at >= ? AND store = coalesce(?, store)\
                                """,
                                row -> row.number(1),
                                round.requestedAt(),
                                round.store())
                        .orElse(0L);
        boolean done = round.called() && counts.checked() == counts.copies();
        return new Round(
                round.id(),
                round.requestedAt(),
                round.store(),
                done ? "DONE" : "RUNNING",
                counts.copies(),
                counts.checked(),
                found);
    }
}
