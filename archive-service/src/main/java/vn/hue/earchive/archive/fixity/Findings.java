package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.CopyQueue.Taken;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.Defect;
import vn.hue.earchive.archive.store.Repaired;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;

/** What the checks found: a row per defect with its history, and an audit entry for each step. */
@ApplicationScoped
class Findings {

    private final Sql sql;
    private final Audit audit;

    Findings(Sql sql, Audit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * A defect that is not settled.
     *
     * @param state OPEN, UNREPAIRABLE or LEFT
     */
    record Unsettled(UUID id, String state, Defect defect) {}

    /**
     * Notes what a check found. What is known already stays as it is; what is known and was not
     * found again is settled as GONE.
     *
     * @return number of defects that are new
     */
    @Transactional(Transactional.TxType.MANDATORY)
    int found(Taken copy, List<Defect> defects, Instant at) {
        Map<String, Unsettled> known = new HashMap<>();
        unsettled(copy).forEach(each -> known.put(each.defect().path(), each));
        int added = 0;
        for (Defect defect : defects) {
            if (known.remove(defect.path()) == null) {
                add(copy, defect, at);
                added++;
            }
        }
        known.values().forEach(gone -> settle(copy, gone.id(), gone.defect(), "GONE", null, at));
        return added;
    }

    private void add(Taken copy, Defect defect, Instant at) {
        UUID id = Ids.next();
        sql.update(
                """
                INSERT INTO fixity_finding
                    (id, agency_id, holding_id, object_id, store, path, kind, state,
                     expected_sha256, found_sha256, found_size, found_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?)\
                """,
                id,
                copy.agencyId(),
                copy.holdingId(),
                copy.objectId(),
                copy.store(),
                defect.path(),
                defect.kind().name(),
                defect.expected(),
                defect.found(),
                defect.foundSize() < 0 ? null : defect.foundSize(),
                at);
        tell(copy, id, defect, "OPEN", null, at);
    }

    /** What is wrong with this copy as far as it is known and not settled. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Unsettled> unsettled(Taken copy) {
        return sql.list(
                """
                SELECT id, state, kind, path, expected_sha256, found_sha256, coalesce(found_size, -1)
                FROM fixity_finding WHERE object_id = ? AND store = ? AND settled_at IS NULL ORDER BY id\
                """,
                row ->
                        new Unsettled(
                                row.id(1),
                                row.text(2),
                                new Defect(
                                        Defect.Kind.valueOf(row.text(3)),
                                        row.text(4),
                                        row.textOrNull(5),
                                        row.textOrNull(6),
                                        row.number(7))),
                copy.objectId(),
                copy.store());
    }

    /** Notes what became of a finding; a state that it has already is not told again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void settle(Taken copy, Unsettled finding, Repaired repaired, Instant at) {
        String state = repaired.outcome().name();
        if (state.equals(finding.state())) {
            return;
        }
        settle(copy, finding.id(), finding.defect(), state, repaired.source(), at);
    }

    private void settle(
            Taken copy, UUID id, Defect defect, String state, @Nullable String source, Instant at) {
        boolean settled = !state.equals("UNREPAIRABLE") && !state.equals("LEFT");
        sql.update(
                "UPDATE fixity_finding SET state = ?, source = ?, settled_at = ? WHERE id = ?",
                state,
                source,
                settled ? at : null,
                id);
        tell(copy, id, defect, state, source, at);
    }

    private void tell(
            Taken copy, UUID id, Defect defect, String state, @Nullable String source, Instant at) {
        sql.update(
                """
                INSERT INTO fixity_event (id, finding_id, agency_id, at, state, note)
                VALUES (?, ?, ?, ?, ?, ?)\
                """,
                Ids.next(),
                id,
                copy.agencyId(),
                at,
                state,
                source);
        Map<String, Object> details = new HashMap<>();
        details.put("findingId", id);
        details.put("objectId", copy.objectId());
        details.put("store", copy.store());
        details.put("path", defect.path());
        details.put("kind", defect.kind().name());
        if (defect.expected() != null) {
            details.put("expectedSha256", defect.expected());
        }
        if (defect.found() != null) {
            details.put("foundSha256", defect.found());
        }
        if (source != null) {
            details.put("source", source);
        }
        audit.append(
                copy.agencyId(),
                action(state),
                copy.holdingId() == null ? "fixity-finding" : "holding",
                copy.holdingId() == null ? id : copy.holdingId(),
                copy.version(),
                details);
    }

    private static String action(String state) {
        return switch (state) {
            case "OPEN" -> "fixity.find";
            case "REPAIRED" -> "fixity.repair";
            case "SET_ASIDE" -> "fixity.set-aside";
            case "UNREPAIRABLE" -> "fixity.give-up";
            case "LEFT" -> "fixity.leave";
            case "GONE" -> "fixity.find-right";
            default -> throw new IllegalStateException("finding state " + state);
        };
    }
}
