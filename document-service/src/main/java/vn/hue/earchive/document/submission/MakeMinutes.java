package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import vn.hue.earchive.document.handover.Sha256;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.period.StatutoryPeriods;
import vn.hue.earchive.document.training.TrainingAgencies;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Makes the minutes of a hand-over in the transaction of the archive's last decision. A batch that
 * came back whole has none: nothing was handed over, and there is nothing to confirm.
 */
@ApplicationScoped
class MakeMinutes {

    private static final String CONDITION =
            "Hồ sơ đã qua kiểm tra tự động của lưu trữ cơ quan (mã băm SHA-256 của từng tệp, siêu"
                    + " dữ liệu, số thứ tự tài liệu); kết quả từng bước kèm theo lô nộp lưu.";

    private static final String LINES =
            """
            select i.state, d.id, d.file_code, d.title, d.start_date, d.end_date,
                d.retention_code, d.retention_kind, d.retention_years, d.access_mode,
                d.confidence_level, d.paper_file_code, d.maker, d.document_count, d.page_count,
                f.files, f.bytes
            from submission_item i join dossier d on d.id = i.dossier_id
            cross join lateral (
                select count(*) as files, coalesce(sum(file.size), 0) as bytes
                from dossier_document filed join document_file file
                    on file.document_id = filed.document_id
                where filed.dossier_id = d.id
            ) f
            where i.submission_id = :submission order by i.position
            """;

    private final EntityManager entities;
    private final Agencies agencies;
    private final StatutoryPeriods periods;
    private final TrainingAgencies training;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    MakeMinutes(
            EntityManager entities,
            Agencies agencies,
            StatutoryPeriods periods,
            TrainingAgencies training,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.entities = entities;
        this.agencies = agencies;
        this.periods = periods;
        this.training = training;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** A row of the batch: its dossier's line and what the archive decided. */
    private record Row(String state, MinutesContent.Line line) {
        boolean accepted() {
            return state.equals("ACCEPTED");
        }
    }

    /** To be called with the submission locked; does nothing while a dossier is undecided. */
    @Transactional(Transactional.TxType.MANDATORY)
    void whenDecided(Submission submission) {
        entities.flush();
        List<Row> rows = rows(submission.id());
        if (rows.stream().anyMatch(r -> r.state().equals("SUBMITTED"))) {
            return;
        }
        if (rows.stream().noneMatch(Row::accepted)) {
            submission.nothingToConfirm();
            return;
        }
        Instant now = clock.instant();
        String content = write(content(submission, rows, LegalDate.of(now)));
        Minutes minutes =
                new Minutes(
                        submission.id(), submission.agencyId(), now, content, Sha256.of(content));
        entities.persist(minutes);
        audit.append(
                submission.agencyId(),
                "makeHandOverMinutes",
                "submission",
                submission.id(),
                submission.version(),
                Map.of("contentSha256", minutes.contentSha256()));
    }

    private MinutesContent content(Submission submission, List<Row> rows, LocalDate today) {
        Agencies.Identity agency = agencies.require(submission.agencyId());
        List<MinutesContent.Line> accepted = numbered(rows);
        Map<UUID, List<String>> reasons = reasons(submission.id());
        List<MinutesContent.Returned> returned =
                rows.stream()
                        .filter(r -> !r.accepted())
                        .map(Row::line)
                        .map(l ->
                                new MinutesContent.Returned(
                                        l.dossierId(),
                                        l.fileCode(),
                                        l.title(),
                                        reasons.getOrDefault(l.dossierId(), List.of())))
                        .toList();
        return new MinutesContent(
                submission.id(),
                agency.code(),
                agency.name(),
                submission.submittedAt(),
                submission.submittedBy(),
                today,
                submission.manifestSha256(),
                counts(accepted, returned.size()),
                accepted.stream()
                        .map(MinutesContent.Line::startDate)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                accepted.stream()
                        .map(MinutesContent.Line::endDate)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                CONDITION,
                List.of(
                        "30/2020/NĐ-CP Điều 30.3",
                        periods.require(StatutoryPeriods.CONFIRM).legalBasis()),
                training.mark(submission.agencyId()).orElse(null),
                accepted,
                returned);
    }

    private static MinutesContent.Counts counts(List<MinutesContent.Line> accepted, int returned) {
        return new MinutesContent.Counts(
                accepted.size() + returned,
                accepted.size(),
                returned,
                accepted.stream().mapToLong(MinutesContent.Line::documents).sum(),
                accepted.stream().mapToLong(MinutesContent.Line::pages).sum(),
                accepted.stream().mapToLong(MinutesContent.Line::files).sum(),
                accepted.stream().mapToLong(MinutesContent.Line::bytes).sum());
    }

    private List<Row> rows(UUID submissionId) {
        return session()
                .createNativeQuery(LINES, Object[].class)
                .setParameter("submission", submissionId)
                .getResultList()
                .stream()
                .map(r -> new Row((String) r[0], line(r)))
                .toList();
    }

    private static MinutesContent.Line line(Object[] r) {
        return new MinutesContent.Line(
                0,
                (UUID) r[1],
                (String) r[2],
                (String) r[3],
                date(r[4]),
                date(r[5]),
                (String) r[6],
                (String) r[7],
                (Integer) r[8],
                (String) r[9],
                (String) r[10],
                (String) r[11],
                (String) r[12],
                ((Number) r[13]).intValue(),
                ((Number) r[14]).intValue(),
                ((Number) r[15]).longValue(),
                ((BigDecimal) r[16]).longValue());
    }

    private static LocalDate date(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private static List<MinutesContent.Line> numbered(List<Row> rows) {
        List<MinutesContent.Line> lines = new ArrayList<>();
        for (Row row : rows) {
            if (row.accepted()) {
                MinutesContent.Line l = row.line();
                lines.add(
                        new MinutesContent.Line(
                                lines.size() + 1,
                                l.dossierId(),
                                l.fileCode(),
                                l.title(),
                                l.startDate(),
                                l.endDate(),
                                l.retentionCode(),
                                l.retentionKind(),
                                l.retentionYears(),
                                l.accessMode(),
                                l.confidenceLevel(),
                                l.paperFileCode(),
                                l.maker(),
                                l.documents(),
                                l.pages(),
                                l.files(),
                                l.bytes()));
            }
        }
        return lines;
    }

    private Map<UUID, List<String>> reasons(UUID submissionId) {
        return session()
                .createNativeQuery(
                        "select dossier_id, code from return_reason where submission_id = :id"
                                + " order by dossier_id, position",
                        Object[].class)
                .setParameter("id", submissionId)
                .getResultList()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                r -> (UUID) r[0],
                                Collectors.mapping(r -> (String) r[1], Collectors.toList())));
    }

    private String write(MinutesContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
