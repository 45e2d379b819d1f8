package vn.hue.earchive.document.dossier;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.retention.FixedRetention;
import vn.hue.earchive.kit.problem.Problem;

/**
 * A dossier (hồ sơ). Every change goes through one of its methods, counts the version up by one and
 * is told by one event.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "dossier")
public class Dossier {

    @Id private UUID id;
    private UUID agencyId;
    private int dossierYear;
    private String notation;
    private String fileCode;
    private String title;
    private @Nullable UUID listItemId;
    @Embedded private FixedRetention retention;
    private String accessMode;

    @Convert(converter = CodesConverter.class)
    private List<String> languages;

    private LocalDate startDate;
    private @Nullable LocalDate endDate;
    private @Nullable String keywords;
    private @Nullable String description;
    private @Nullable String paperFileCode;
    private String maker;
    private String confidenceLevel;
    private int documentCount;
    private int pageCount;
    private String state;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate handOverDueOn;
    private @Nullable UUID submissionId;
    private @Nullable Instant replicatedAt;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Dossier() {}

    /** A dossier on the day on which it is opened. */
    Dossier(
            UUID id,
            UUID agencyId,
            String agencyCode,
            DossierPlan plan,
            Described described,
            LocalDate openedOn) {
        this.id = id;
        this.agencyId = agencyId;
        this.dossierYear = plan.year();
        this.notation = plan.notation();
        this.fileCode = FileCodes.fileCode(agencyCode, plan.year(), plan.notation());
        this.listItemId = plan.listItemId();
        this.retention = plan.retention();
        this.confidenceLevel = "01";
        this.state = "OPEN";
        this.openedOn = openedOn;
        this.version = 1;
        this.title = described.title();
        this.accessMode = described.accessMode();
        this.languages = described.languages();
        this.startDate = described.startDate();
        this.maker = described.maker();
        describe(described);
    }

    /** What a person says of a dossier, and may correct while it is open. */
    record Described(
            String title,
            String accessMode,
            List<String> languages,
            LocalDate startDate,
            @Nullable LocalDate endDate,
            @Nullable String keywords,
            @Nullable String description,
            @Nullable String paperFileCode,
            String maker) {}

    private void describe(Described described) {
        title = described.title();
        accessMode = described.accessMode();
        languages = described.languages();
        startDate = described.startDate();
        endDate = described.endDate();
        keywords = described.keywords();
        description = described.description();
        paperFileCode = described.paperFileCode();
        maker = described.maker();
    }

    Described described() {
        return new Described(
                title,
                accessMode,
                languages,
                startDate,
                endDate,
                keywords,
                description,
                paperFileCode,
                maker);
    }

    public DossierState state() {
        return switch (state) {
            case "OPEN" -> new DossierState.Open(openedOn);
            case "CLOSED" -> new DossierState.Closed(openedOn, closedOn(), handOverDueOn());
            case "SUBMITTED" ->
                    new DossierState.Submitted(openedOn, closedOn(), handOverDueOn(), submission());
            case "RETURNED" ->
                    new DossierState.Returned(openedOn, closedOn(), handOverDueOn(), submission());
            case "IN_AGENCY_ARCHIVE" ->
                    new DossierState.InAgencyArchive(
                            openedOn, closedOn(), handOverDueOn(), submission());
            default -> throw new IllegalStateException("state " + state);
        };
    }

    private void moveTo(DossierState next) {
        state = next.code();
        switch (next) {
            case DossierState.Open open -> dates(open.openedOn(), null, null, null);
            case DossierState.Closed c ->
                    dates(c.openedOn(), c.closedOn(), c.handOverDueOn(), null);
            case DossierState.Submitted s ->
                    dates(s.openedOn(), s.closedOn(), s.handOverDueOn(), s.submissionId());
            case DossierState.Returned r ->
                    dates(r.openedOn(), r.closedOn(), r.handOverDueOn(), r.submissionId());
            case DossierState.InAgencyArchive a ->
                    dates(a.openedOn(), a.closedOn(), a.handOverDueOn(), a.submissionId());
        }
        version++;
    }

    private void dates(
            LocalDate opened,
            @Nullable LocalDate closed,
            @Nullable LocalDate due,
            @Nullable UUID submission) {
        openedOn = opened;
        closedOn = closed;
        handOverDueOn = due;
        submissionId = submission;
    }

    private Problem forbidden(Command command) {
        return new Problem(DocumentProblem.DOSSIER_STATE_FORBIDS, fileCode, state, command.name());
    }

    /**
     * @throws Problem DOSSIER_STATE_FORBIDS
     */
    void require(Command command) {
        if (!state().allows(command)) {
            throw forbidden(command);
        }
    }

    void amend(Described corrected) {
        require(Command.AMEND);
        describe(corrected);
        version++;
    }

    /** Counts a document in; the dossier begins with its earliest document. */
    void filed(LocalDate issuedDate, int pages, String confidence) {
        require(Command.FILE);
        documentCount++;
        pageCount += pages;
        confidenceLevel = confidence;
        if (issuedDate.isBefore(startDate)) {
            startDate = issuedDate;
        }
        version++;
    }

    void removed(int pages, String confidence) {
        require(Command.REMOVE);
        documentCount--;
        pageCount -= pages;
        confidenceLevel = confidence;
        version++;
    }

    /**
     * @param end when the work ended
     * @param dueOn last day of the hand-over, for a dossier that was not returned
     */
    void close(LocalDate on, LocalDate end, LocalDate dueOn) {
        DossierState closed =
                switch (state()) {
                    case DossierState.Open open -> open.close(on, dueOn);
                    case DossierState.Returned returned -> returned.close(on);
                    case DossierState.Closed c -> throw forbidden(Command.CLOSE);
                    case DossierState.Submitted s -> throw forbidden(Command.CLOSE);
                    case DossierState.InAgencyArchive a -> throw forbidden(Command.CLOSE);
                };
        endDate = end;
        moveTo(closed);
    }

    void reopen() {
        moveTo(
                switch (state()) {
                    case DossierState.Closed closed -> closed.reopen();
                    case DossierState.Returned returned -> returned.reopen();
                    case DossierState.Open o -> throw forbidden(Command.REOPEN);
                    case DossierState.Submitted s -> throw forbidden(Command.REOPEN);
                    case DossierState.InAgencyArchive a -> throw forbidden(Command.REOPEN);
                });
    }

    public void submit(UUID submission) {
        if (!(state() instanceof DossierState.Closed closed)) {
            throw forbidden(Command.SUBMIT);
        }
        moveTo(closed.submit(submission));
    }

    /** The archive has taken custody. */
    public void accept() {
        if (!(state() instanceof DossierState.Submitted submitted)) {
            throw forbidden(Command.ACCEPT);
        }
        moveTo(submitted.accept());
    }

    /** The archive wants something mended. */
    public void returnToUnit() {
        if (!(state() instanceof DossierState.Submitted submitted)) {
            throw forbidden(Command.RETURN);
        }
        moveTo(submitted.returnToUnit());
    }

    /** The archive has its copies; no state of the dossier, so no event and no new version. */
    public void replicated(Instant at) {
        replicatedAt = at;
    }

    private LocalDate closedOn() {
        return Objects.requireNonNull(closedOn);
    }

    private LocalDate handOverDueOn() {
        return Objects.requireNonNull(handOverDueOn);
    }

    private UUID submission() {
        return Objects.requireNonNull(submissionId);
    }

    public UUID id() {
        return id;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public String fileCode() {
        return fileCode;
    }

    public long version() {
        return version;
    }

    public @Nullable UUID submissionId() {
        return submissionId;
    }

    int documentCount() {
        return documentCount;
    }

    LocalDate startDate() {
        return startDate;
    }

    @Nullable LocalDate endDate() {
        return endDate;
    }

    String confidenceLevel() {
        return confidenceLevel;
    }

    @Nullable String paperFileCode() {
        return paperFileCode;
    }

    FixedRetention retention() {
        return retention;
    }

    public DossierDescription description() {
        return describedIn(state);
    }

    /** As it will be once it is submitted: what the manifest says. */
    public DossierDescription submittedDescription() {
        return describedIn("SUBMITTED");
    }

    private DossierDescription describedIn(String stateCode) {
        return new DossierDescription(
                id,
                fileCode,
                title,
                stateCode,
                retention.toEvent(),
                accessMode,
                languages,
                startDate,
                endDate,
                keywords,
                confidenceLevel,
                paperFileCode,
                maker,
                description,
                documentCount,
                pageCount);
    }

    DossierView view(List<String> allowedActions) {
        return new DossierView(
                id,
                fileCode,
                dossierYear,
                notation,
                title,
                state,
                listItemId,
                retention.toEvent(),
                accessMode,
                languages,
                startDate,
                endDate,
                keywords,
                description,
                paperFileCode,
                maker,
                confidenceLevel,
                documentCount,
                pageCount,
                openedOn,
                closedOn,
                handOverDueOn,
                submissionId,
                state.equals("IN_AGENCY_ARCHIVE") ? "/v1/holdings/" + id : null,
                version,
                allowedActions);
    }
}
