package vn.hue.earchive.archive.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.evidence.EvidenceViews.Adoption;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * An operator's decision that the database has lost acts for good and the log goes on from what is
 * published. It is an act itself, and its leaf the first of the new ones.
 */
@ApplicationScoped
class RequestAdoption {

    private final EvidenceTable table;
    private final CompareCheckpoint compare;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Audit audit;
    private final EvidenceConfig config;
    private final Clock clock;

    RequestAdoption(
            EvidenceTable table,
            CompareCheckpoint compare,
            Idempotency idempotency,
            CurrentCaller caller,
            Audit audit,
            EvidenceConfig config,
            Clock clock) {
        this.table = table;
        this.compare = compare;
        this.idempotency = idempotency;
        this.caller = caller;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks for it; asked again while it runs, it changes nothing.
     *
     * @param reason 1 to 500 characters: what was lost, and that no later backup exists
     * @throws Problem INVALID_PARAMETER without a reason; EVIDENCE_NOT_BEHIND (409) unless the
     *     database is behind the published log
     */
    @Transactional
    Answer<Adoption> adopt(@Nullable String reason, @Nullable String idempotencyKey) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > 500) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "reason");
        }
        return idempotency.once(
                "adoptEvidenceLog",
                idempotencyKey,
                List.of(why),
                Adoption.class,
                () -> accepted(why));
    }

    private Answer<Adoption> accepted(String reason) {
        CompareCheckpoint.Outcome outcome = compare.outcomeHere();
        if (!outcome.refusal().equals(Optional.of(CompareCheckpoint.BEHIND))) {
            throw new Problem(ArchiveProblem.EVIDENCE_NOT_BEHIND);
        }
        long has = outcome.head().size();
        long of = outcome.published();
        if (table.requestAdoption(of, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            audit.append(
                    caller.get().agencyId(),
                    "evidence.adopt",
                    "evidence-log",
                    UUID.nameUUIDFromBytes(config.origin().getBytes(StandardCharsets.UTF_8)),
                    of,
                    Map.of("database", has, "published", of, "reason", reason));
        }
        return new Answer<>(202, "/v1/evidence", null, new Adoption(has, of));
    }
}
