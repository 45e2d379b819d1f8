package vn.hue.earchive.document.dossierlist;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.dossierlist.DossierListState.Command;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The dossier list of a year. Every change goes through one of its methods and counts the version
 * up by one; who had a hand in the draft is kept, because they cannot approve it.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "dossier_list")
class DossierList {

    @Id private UUID id;
    private UUID agencyId;
    private int listYear;
    private String title;
    private String state;

    /** Subjects of the tokens with which lines were drafted. */
    @Convert(converter = CodesConverter.class)
    private List<String> drafters;

    private @Nullable String approvalReference;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant reviewedAt;
    private @Nullable String reviewedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private @Nullable LocalDate inUseSince;
    private @Nullable LocalDate closedOn;
    private @Nullable String returnReason;
    private @Nullable UUID copiedFrom;
    private int itemCount;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DossierList() {}

    /** A person and a moment. */
    record Act(String subject, String username, Instant at) {}

    /** A draft. */
    DossierList(UUID id, UUID agencyId, int year, String title, @Nullable UUID copiedFrom, Act by) {
        this.id = id;
        this.agencyId = agencyId;
        this.listYear = year;
        this.title = title;
        this.state = new DossierListState.Draft().code();
        this.drafters = List.of(by.subject());
        this.createdAt = by.at();
        this.createdBy = by.username();
        this.copiedFrom = copiedFrom;
        this.version = 1;
    }

    DossierListState state() {
        return DossierListState.of(state);
    }

    /**
     * @throws Problem DOSSIER_LIST_STATE_FORBIDS
     */
    DossierListState require(Command command) {
        return state().after(command)
                .orElseThrow(() ->
                        new Problem(
                                DocumentProblem.DOSSIER_LIST_STATE_FORBIDS,
                                String.valueOf(listYear),
                                state,
                                command.name()));
    }

    /** Lines that come with the list itself. */
    void beginWith(int lines) {
        itemCount = lines;
    }

    /**
     * @param more lines that came, or negative that went
     */
    void drafted(Act by, int more) {
        moveTo(require(Command.DRAFT_LINES));
        itemCount += more;
        if (!drafters.contains(by.subject())) {
            List<String> all = new ArrayList<>(drafters);
            all.add(by.subject());
            drafters = all;
        }
    }

    void review(Act by) {
        moveTo(require(Command.REVIEW));
        reviewedAt = by.at();
        reviewedBy = by.username();
        returnReason = null;
    }

    void returnToUnits(String reason) {
        moveTo(require(Command.RETURN));
        reviewedAt = null;
        reviewedBy = null;
        returnReason = reason;
    }

    /**
     * @throws Problem APPROVER_IS_DRAFTER when this person drafted a line of it
     */
    void approve(Act by, @Nullable String reference) {
        DossierListState next = require(Command.APPROVE);
        if (drafters.contains(by.subject())) {
            throw new Problem(DocumentProblem.APPROVER_IS_DRAFTER, String.valueOf(listYear));
        }
        moveTo(next);
        approvedAt = by.at();
        approvedBy = by.username();
        approvalReference = reference;
    }

    void issue(LocalDate on) {
        moveTo(require(Command.ISSUE));
        inUseSince = on;
    }

    void close(LocalDate on) {
        moveTo(require(Command.CLOSE));
        closedOn = on;
    }

    private void moveTo(DossierListState next) {
        state = next.code();
        version++;
    }

    boolean draftedBy(String subject) {
        return drafters.contains(subject);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    int year() {
        return listYear;
    }

    String title() {
        return title;
    }

    int itemCount() {
        return itemCount;
    }

    long version() {
        return version;
    }

    DossierListView view(List<String> allowedActions) {
        return new DossierListView(
                id,
                listYear,
                title,
                state,
                itemCount,
                approvalReference,
                createdAt,
                createdBy,
                reviewedAt,
                reviewedBy,
                approvedAt,
                approvedBy,
                inUseSince,
                closedOn,
                returnReason,
                copiedFrom,
                version,
                allowedActions);
    }
}
