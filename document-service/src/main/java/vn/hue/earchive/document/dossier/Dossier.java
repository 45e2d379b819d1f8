package vn.hue.earchive.document.dossier;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.dossier.DossierState.Command;
import vn.hue.earchive.document.events.DossierDescription;
import vn.hue.earchive.document.period.HandOverKind;
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

    @Enumerated(EnumType.STRING)
    private Medium medium;

    @Embedded private @Nullable PaperOriginal paper;
    @Embedded private Contents contents;
    private String state;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable LocalDate handOverDueOn;
    private @Nullable UUID submissionId;
    private @Nullable Instant replicatedAt;
    private @Nullable String inCharge;
    private String handOverKind;
    private @Nullable LocalDate heldBackUntil;
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
        this.contents = Contents.NOTHING;
        this.handOverKind = HandOverKind.DIGITAL.name();
        this.state = "OPEN";
        this.openedOn = openedOn;
        this.version = 1;
        this.title = described.title();
        this.accessMode = described.accessMode();
        this.languages = described.languages();
        this.startDate = described.startDate();
        this.maker = described.maker();
        this.medium = described.medium();
        describe(described);
    }

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
        medium = described.medium();
        paper = described.paper();
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
                maker,
                medium,
                paper);
    }

    public DossierState state() {
        return stored().read();
    }

    private StoredState stored() {
        return new StoredState(state, openedOn, closedOn, handOverDueOn, submissionId);
    }

    private void moveTo(DossierState next) {
        StoredState columns = StoredState.of(next);
        state = columns.code();
        openedOn = columns.openedOn();
        closedOn = columns.closedOn();
        handOverDueOn = columns.handOverDueOn();
        submissionId = columns.submissionId();
        version++;
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

    /** Who opens it answers for it; part of the opening, no change of its own. */
    void openedBy(String username) {
        inCharge = username;
    }

    /** Decides which period of the law the closing starts; part of the closing. */
    void handOverAs(HandOverKind kind) {
        handOverKind = kind.name();
    }

    /** Another person answers for it from now on; the maker stays who made it. */
    public void handTo(String username) {
        require(Command.HAND_TO);
        inCharge = username;
        version++;
    }

    /** Kept back with the head's consent; ends by itself on that day. */
    public void holdBackUntil(LocalDate until) {
        require(Command.HOLD_BACK);
        heldBackUntil = until;
        version++;
    }

    /** Counts a document in; the dossier begins with its earliest document. */
    void filed(LocalDate issuedDate, int pages, String level) {
        change(Command.FILE, contents.withDocument(pages, level), issuedDate);
    }

    /** A document in it has so many pages more, and perhaps another date. */
    void recounted(int morePages, LocalDate issuedDate) {
        change(Command.FILE, contents.withPages(morePages), issuedDate);
    }

    void removed(int pages, String level) {
        change(Command.REMOVE, contents.withoutDocument(pages, level), startDate);
    }

    /** Counts a photo or recording in; the dossier begins with its earliest item. */
    void mediaAdded(LocalDate takenOn) {
        change(Command.FILE, contents.withMedia(1), takenOn);
    }

    void mediaRemoved() {
        change(Command.REMOVE, contents.withMedia(-1), startDate);
    }

    private void change(Command command, Contents now, LocalDate earliest) {
        require(command);
        contents = now;
        if (earliest.isBefore(startDate)) {
            startDate = earliest;
        }
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

    /**
     * Fixes the period anew while the dossier is in the hands of its unit.
     *
     * @throws Problem DOSSIER_STATE_FORBIDS when it has been submitted
     */
    public void fixRetention(FixedRetention fixed) {
        requireInUnit();
        retention = fixed;
        version++;
    }

    /** Something that the period depends on has been noted; same conditions. */
    void retentionNoted() {
        requireInUnit();
        version++;
    }

    private void requireInUnit() {
        boolean inUnit =
                switch (state()) {
                    case DossierState.Open o -> true;
                    case DossierState.Closed c -> true;
                    case DossierState.Returned r -> true;
                    case DossierState.Submitted s -> false;
                    case DossierState.InAgencyArchive a -> false;
                };
        if (!inUnit) {
            throw forbidden(Command.AMEND);
        }
    }

    /** The archive has its copies; no state of the dossier, so no event and no new version. */
    public void replicated(Instant at) {
        replicatedAt = at;
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

    int mediaCount() {
        return contents.mediaItems();
    }

    public boolean hasMedia() {
        return contents.mediaItems() > 0;
    }

    /** Code of the agency when the dossier got its file code; agencies are renamed, codes stay. */
    public String agencyCodeWhenOpened() {
        int own = fileCode.length() - notation.length() - String.valueOf(dossierYear).length() - 2;
        return fileCode.substring(0, own);
    }

    /** User name of the person who answers for it; the maker when that was not kept yet. */
    public String inCharge() {
        return inCharge == null ? maker : inCharge;
    }

    /** Last day of the hand-over as the law has it, without holding back. */
    public @Nullable LocalDate lawfulDueOn() {
        return handOverDueOn;
    }

    int documentCount() {
        return contents.documents();
    }

    LocalDate startDate() {
        return startDate;
    }

    @Nullable LocalDate endDate() {
        return endDate;
    }

    String confidenceLevel() {
        return contents.level();
    }

    @Nullable String paperFileCode() {
        return paperFileCode;
    }

    public FixedRetention retention() {
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
                contents.level(),
                paperFileCode,
                maker,
                description,
                contents.documents(),
                contents.pages());
    }

    /** What the columns say of place and life, for the view. */
    DossierView view(List<String> allowedActions) {
        return DossierView.of(
                new DossierView.Place(
                        id, fileCode, dossierYear, notation, listItemId, retention, version),
                described(),
                stored(),
                contents,
                new DossierView.HandOver(inCharge(), handOverKind, heldBackUntil),
                allowedActions);
    }
}
