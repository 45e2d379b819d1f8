package vn.hue.earchive.document.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
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
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Imports a version of a rule set whole or not at all. A sample is worked with at once, every rule
 * marked as unconfirmed; a draft waits for approval. Dossiers keep the period they have.
 */
@ApplicationScoped
class ImportRetentionSchedule {

    private static final long MAX_BYTES = 10L << 20;

    private final Validation validation;
    private final CheckSchedule check;
    private final Writer writer;

    ImportRetentionSchedule(Validation validation, CheckSchedule check, Writer writer) {
        this.validation = validation;
        this.check = check;
        this.writer = writer;
    }

    Answer<RetentionScheduleView> read(
            ScheduleDetails details, @Nullable String key, InputStream csv) {
        byte[] bytes = bytes(csv);
        Findings findings = validation.begin();
        List<ScheduleLine> lines = ScheduleCsv.read(bytes, findings).lines();
        check.against(details, lines, findings);
        findings.raise(DocumentProblem.RETENTION_SCHEDULE_INVALID);
        return writer.write(details, sha256(bytes), lines, key);
    }

    /** The same reading and the same checks, without any write. */
    ScheduleCheckView dryRun(ScheduleDetails details, InputStream csv) {
        Findings findings = validation.begin();
        ScheduleCsv.Read read = ScheduleCsv.read(bytes(csv), findings);
        return check.report(details, read, findings, validation.begin());
    }

    private static byte[] bytes(InputStream csv) {
        try (InputStream bounded = new BoundedStream(csv, MAX_BYTES)) {
            return bounded.readAllBytes();
        } catch (IOException e) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST).causedBy(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The transaction, opened when the file has been read and found good. */
    @ApplicationScoped
    static class Writer {

        private final EntityManager entities;
        private final RetentionSchedules schedules;
        private final RetentionRules rules;
        private final ScheduleViews views;
        private final Idempotency idempotency;
        private final Audit audit;
        private final CurrentCaller caller;
        private final Clock clock;

        Writer(
                EntityManager entities,
                RetentionSchedules schedules,
                RetentionRules rules,
                ScheduleViews views,
                Idempotency idempotency,
                Audit audit,
                CurrentCaller caller,
                Clock clock) {
            this.entities = entities;
            this.schedules = schedules;
            this.rules = rules;
            this.views = views;
            this.idempotency = idempotency;
            this.audit = audit;
            this.caller = caller;
            this.clock = clock;
        }

        @Transactional
        Answer<RetentionScheduleView> write(
                ScheduleDetails details,
                String sha256,
                List<ScheduleLine> lines,
                @Nullable String key) {
            return idempotency.once(
                    "importRetentionSchedule",
                    key,
                    Map.of("details", details, "sha256", sha256),
                    RetentionScheduleView.class,
                    () -> {
                        RetentionSchedule schedule = add(details, sha256, lines);
                        return new Answer<>(
                                201,
                                "/v1/retention-schedules/" + schedule.id(),
                                ETags.header(schedule.version()),
                                views.of(schedule));
                    });
        }

        private RetentionSchedule add(
                ScheduleDetails details, String sha256, List<ScheduleLine> lines) {
            Caller by = caller.get();
            UUID agency = CheckSchedule.agencyOf(details.source(), by);
            LocalDate today = LegalDate.today(clock);
            RetentionSchedule before = schedules.newest(details.source(), agency).orElse(null);
            RetentionSchedule schedule =
                    new RetentionSchedule(
                            Ids.next(),
                            new RetentionSchedule.Place(
                                    details.source(),
                                    agency,
                                    schedules.nextVersion(details.source(), agency),
                                    before == null ? null : before.id()),
                            details,
                            new RetentionSchedule.Imported(
                                    sha256,
                                    lines.size(),
                                    clock.instant(),
                                    by.username(),
                                    by.subject()));
            schedules.add(schedule);
            supersedeUnapproved(schedule, agency, today);
            int position = 0;
            for (ScheduleLine line : lines) {
                entities.persist(new RetentionRule(Ids.next(), schedule, ++position, line));
            }
            entities.flush();
            map(before, schedule, lines);
            audit.append(
                    by.agencyId(),
                    "importRetentionSchedule",
                    "retention-schedule",
                    schedule.id(),
                    1,
                    Map.of(
                            "source", details.source(),
                            "state", details.state(),
                            "sha256", sha256,
                            "rules", lines.size()));
            return schedule;
        }

        /** A new sample or draft takes the place of the one that nobody has approved. */
        private void supersedeUnapproved(
                RetentionSchedule schedule, @Nullable UUID agency, LocalDate today) {
            schedules.living(schedule.sourceCode(), agency).stream()
                    .filter(other -> !other.id().equals(schedule.id()))
                    .filter(other -> other.stateCode().equals(schedule.stateCode()))
                    .forEach(other -> other.endBefore(today, today));
        }

        private void map(
                @Nullable RetentionSchedule before,
                RetentionSchedule schedule,
                List<ScheduleLine> lines) {
            if (before == null) {
                return;
            }
            int position = 0;
            for (RuleMapping.Step step :
                    RuleMapping.between(
                            rules.mappable(before.id()), CheckSchedule.mappable(lines))) {
                entities.unwrap(org.hibernate.Session.class)
                        .createNativeMutationQuery(
                                """
                                insert into retention_rule_mapping (schedule_id, position, agency_id, from_code, to_code,
                                    kind, from_period, to_period)
                                values (:schedule, :position, :agency, :from, :to, :kind, :before, :after)
                                """)
                        .setParameter("schedule", schedule.id())
                        .setParameter("position", ++position)
                        .setParameter("agency", schedule.agencyId(), UUID.class)
                        .setParameter("from", step.fromCode())
                        .setParameter("to", step.toCode(), String.class)
                        .setParameter("kind", step.kind().name())
                        .setParameter("before", step.fromPeriod())
                        .setParameter("after", step.toPeriod(), String.class)
                        .executeUpdate();
            }
        }
    }
}
