package vn.hue.earchive.document.retention;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "retention_rule")
class RetentionRule {

    @Id private UUID id;
    private UUID scheduleId;
    private @Nullable UUID agencyId;
    private int position;
    private String code;
    private String groupCode;
    private String groupTitleVi;
    private @Nullable String groupTitleEn;
    private String title;

    @Column(name = "case_text")
    private @Nullable String caseText;

    private String periodKind;
    private @Nullable Integer years;
    private String maintenanceCode;
    private String countedFrom;
    private String legalBasis;
    private @Nullable String basisStatus;
    private String certainty;
    private @Nullable String note;
    private @Nullable String replaces;
    private String searchText;

    @SuppressWarnings("NullAway.Init")
    protected RetentionRule() {}

    RetentionRule(UUID id, RetentionSchedule schedule, int position, ScheduleLine line) {
        this.id = id;
        this.scheduleId = schedule.id();
        this.agencyId = schedule.agencyId();
        this.position = position;
        this.code = line.code();
        this.groupCode = line.groupCode();
        this.groupTitleVi = line.groupTitleVi();
        this.groupTitleEn = line.groupTitleEn();
        this.title = line.title();
        this.caseText = line.caseText();
        this.periodKind = line.periodKind();
        this.years = line.years();
        this.maintenanceCode = line.maintenanceCode();
        this.countedFrom = line.countedFrom();
        this.legalBasis = line.legalBasis();
        this.basisStatus = line.basisStatus();
        this.certainty = line.certainty();
        this.note = line.note();
        this.replaces = line.replaces().isEmpty() ? null : String.join(" ", line.replaces());
        this.searchText = line.searchText();
    }

    UUID scheduleId() {
        return scheduleId;
    }

    /** Position and code order the list; both are unique in a schedule. */
    int position() {
        return position;
    }

    String code() {
        return code;
    }

    List<String> replaces() {
        return replaces == null ? List.of() : List.of(replaces.split(" "));
    }

    String period() {
        return Period.code(periodKind, years, countedFrom);
    }

    FixedRetention fixed() {
        return new FixedRetention(
                code,
                maintenanceCode,
                periodKind,
                years,
                legalBasis,
                countedFrom,
                certainty,
                scheduleId);
    }

    /**
     * @param schedule the version that it is a line of
     */
    RetentionRuleView view(RetentionSchedule schedule) {
        return new RetentionRuleView(
                code,
                groupCode,
                groupTitleVi,
                groupTitleEn,
                title,
                caseText,
                periodKind,
                years,
                maintenanceCode,
                countedFrom,
                legalBasis,
                basisStatus,
                certainty,
                note,
                schedule.id(),
                schedule.sourceCode(),
                schedule.stateCode());
    }
}
