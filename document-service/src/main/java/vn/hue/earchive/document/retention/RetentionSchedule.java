package vn.hue.earchive.document.retention;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/** One version of a rule set. Its lines never change; only state and validity do. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "retention_schedule")
class RetentionSchedule {

    @Id private UUID id;
    private String sourceCode;
    private @Nullable UUID agencyId;
    private int versionNo;
    private String title;
    private @Nullable String legalBasis;
    private String state;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private @Nullable UUID followsId;
    private String sourceSha256;
    private int ruleCount;
    private Instant importedAt;
    private String importedBy;
    private String importedSubject;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private @Nullable String approvalReference;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RetentionSchedule() {}

    /** Where a version stands among those of its source. */
    record Place(
            String sourceCode, @Nullable UUID agencyId, int versionNo, @Nullable UUID followsId) {}

    /** What an import says of itself. */
    record Imported(String sha256, int rules, Instant at, String by, String subject) {}

    RetentionSchedule(UUID id, Place place, ScheduleDetails details, Imported imported) {
        this.id = id;
        this.sourceCode = place.sourceCode();
        this.agencyId = place.agencyId();
        this.versionNo = place.versionNo();
        this.followsId = place.followsId();
        this.title = details.title();
        this.legalBasis = details.legalBasis();
        this.state = details.state();
        this.validFrom = details.validFrom();
        this.sourceSha256 = imported.sha256();
        this.ruleCount = imported.rules();
        this.importedAt = imported.at();
        this.importedBy = imported.by();
        this.importedSubject = imported.subject();
        this.version = 1;
    }

    ScheduleState state() {
        return switch (state) {
            case "SAMPLE" -> new ScheduleState.Sample();
            case "DRAFT" -> new ScheduleState.Draft();
            case "APPROVED" -> new ScheduleState.Approved(Objects.requireNonNull(approval()));
            case "SUPERSEDED" -> new ScheduleState.Superseded(approval());
            default -> throw new IllegalStateException("state " + state);
        };
    }

    private ScheduleState.@Nullable Approval approval() {
        return approvedAt == null
                ? null
                : new ScheduleState.Approval(
                        approvedAt,
                        String.valueOf(approvedBy),
                        String.valueOf(approvalReference),
                        validFrom);
    }

    /**
     * @throws Problem RETENTION_SCHEDULE_STATE_FORBIDS
     */
    void approve(ScheduleState.Approval approval) {
        ScheduleState approved = state().approve(approval);
        if (approved == null) {
            throw new Problem(DocumentProblem.RETENTION_SCHEDULE_STATE_FORBIDS, title, state);
        }
        state = approved.code();
        approvedAt = approval.at();
        approvedBy = approval.by();
        approvalReference = approval.reference();
        validFrom = approval.validFrom();
        version++;
    }

    /** A later version takes its place from that day on; its own last day is the one before. */
    void endBefore(LocalDate laterFrom, LocalDate today) {
        if (approvedAt != null) {
            validTo = laterFrom.minusDays(1);
        }
        ScheduleState superseded = laterFrom.isAfter(today) ? null : state().supersede();
        if (superseded != null) {
            state = superseded.code();
        }
        version++;
    }

    UUID id() {
        return id;
    }

    String sourceCode() {
        return sourceCode;
    }

    @Nullable UUID agencyId() {
        return agencyId;
    }

    @Nullable UUID followsId() {
        return followsId;
    }

    int versionNo() {
        return versionNo;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    boolean isApproved() {
        return approvedAt != null;
    }

    String importedSubject() {
        return importedSubject;
    }

    String stateCode() {
        return state;
    }

    String title() {
        return title;
    }

    long version() {
        return version;
    }

    /**
     * @param today a version whose last day has passed is shown as superseded
     */
    RetentionScheduleView view(LocalDate today, List<String> allowedActions) {
        boolean over = validTo != null && validTo.isBefore(today);
        return new RetentionScheduleView(
                id,
                sourceCode,
                versionNo,
                title,
                legalBasis,
                over ? "SUPERSEDED" : state,
                state.equals("SAMPLE"),
                validFrom,
                validTo,
                followsId,
                ruleCount,
                sourceSha256,
                importedAt,
                importedBy,
                approvedAt,
                approvedBy,
                approvalReference,
                version,
                allowedActions);
    }
}
