package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.BoundedStream;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;

/**
 * Imports a schedule whole or not at all; it becomes the current one. Every import counts as
 * SAMPLE: nobody has confirmed its rows against the official text yet. Dossiers keep the period
 * they have.
 */
@ApplicationScoped
class ImportRetentionSchedule {

    private static final long MAX_BYTES = 10L << 20;

    private final Validation validation;
    private final Writer writer;

    ImportRetentionSchedule(Validation validation, Writer writer) {
        this.validation = validation;
        this.writer = writer;
    }

    Answer<RetentionScheduleView> read(String title, @Nullable String key, InputStream csv) {
        MessageDigest digest = sha256();
        Findings findings = validation.begin();
        List<ScheduleLine> lines;
        try {
            lines =
                    ScheduleCsv.read(
                            new DigestInputStream(new BoundedStream(csv, MAX_BYTES), digest),
                            findings);
        } catch (IOException e) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST).causedBy(e);
        }
        findings.raise(DocumentProblem.RETENTION_SCHEDULE_INVALID);
        return writer.write(title, HexFormat.of().formatHex(digest.digest()), lines, key);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The transaction, opened when the file has been read and found good. */
    @ApplicationScoped
    static class Writer {

        private final EntityManager entities;
        private final Idempotency idempotency;
        private final Audit audit;
        private final CurrentCaller caller;
        private final Clock clock;

        Writer(
                EntityManager entities,
                Idempotency idempotency,
                Audit audit,
                CurrentCaller caller,
                Clock clock) {
            this.entities = entities;
            this.idempotency = idempotency;
            this.audit = audit;
            this.caller = caller;
            this.clock = clock;
        }

        @Transactional
        Answer<RetentionScheduleView> write(
                String title, String sha256, List<ScheduleLine> lines, @Nullable String key) {
            return idempotency.once(
                    "importRetentionSchedule",
                    key,
                    Map.of("title", title, "sha256", sha256),
                    RetentionScheduleView.class,
                    () -> {
                        RetentionSchedule schedule = replaceCurrent(title, sha256, lines);
                        return new Answer<>(
                                201,
                                "/v1/retention-rules",
                                ETags.header(schedule.version()),
                                schedule.view());
                    });
        }

        private RetentionSchedule replaceCurrent(
                String title, String sha256, List<ScheduleLine> lines) {
            Caller by = caller.get();
            entities.createQuery(
                            "update RetentionSchedule set state = 'SUPERSEDED', version = version + 1"
                                    + " where state = 'CURRENT'")
                    .executeUpdate();
            UUID id = Ids.next();
            RetentionSchedule schedule =
                    new RetentionSchedule(
                            id, title, sha256, lines.size(), clock.instant(), by.username());
            entities.persist(schedule);
            int position = 0;
            for (ScheduleLine line : lines) {
                entities.persist(new RetentionRule(Ids.next(), id, ++position, line));
            }
            entities.flush();
            audit.append(
                    by.agencyId(),
                    "importRetentionSchedule",
                    "retention-schedule",
                    id,
                    1,
                    Map.of("sha256", sha256, "rules", lines.size()));
            return schedule;
        }
    }
}
