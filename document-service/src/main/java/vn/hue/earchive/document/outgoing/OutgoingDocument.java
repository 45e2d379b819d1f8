package vn.hue.earchive.document.outgoing;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.duplicate.DuplicateView;
import vn.hue.earchive.document.file.FileView;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.numbering.OutgoingNumber;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.register.RegistrationLine;
import vn.hue.earchive.kit.problem.Problem;

/**
 * An outgoing document on its way. Once issued it has a register line under the same id; what is
 * written here does not change any more but for its state.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "outgoing_document")
class OutgoingDocument {

    @Id private UUID id;
    private UUID agencyId;
    private String state;
    private String typeCode;
    private String typeName;
    private boolean legalNormative;
    private @Nullable String notation;
    private @Nullable String unitAbbreviation;
    private String issuerName;
    private String subject;

    @Convert(converter = CodesConverter.class)
    private List<String> languages;

    private int pageCount;
    private String accessMode;
    private String confidenceLevel;
    private String urgency;
    private String signerPosition;
    private String signerName;
    private @Nullable String signCapacity;
    private @Nullable LocalDate dueDate;
    private @Nullable Integer copies;
    private @Nullable String draftingUnit;
    private @Nullable String archiveCopyUnit;
    private @Nullable String keywords;
    private @Nullable String description;

    @ElementCollection
    @CollectionTable(name = "outgoing_recipient", joinColumns = @JoinColumn(name = "document_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<Recipient> recipients;

    private @Nullable UUID replacesId;
    private @Nullable UUID correctsId;
    private @Nullable UUID answersId;
    private @Nullable UUID numberId;
    private @Nullable String number;
    private @Nullable String numberKey;
    private @Nullable Integer registerYear;
    private @Nullable LocalDate issuedDate;
    private @Nullable UUID replacedBy;
    private @Nullable String endReason;
    private Instant draftedAt;
    private String draftedBy;
    private String drafter;
    private @Nullable Instant issuedAt;
    private @Nullable String issuedBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OutgoingDocument() {}

    /**
     * @param drafter stable identity of the person, for the separation of duties
     */
    @SuppressWarnings("NullAway.Init")
    OutgoingDocument(
            UUID id, UUID agencyId, DraftLine line, Instant at, String draftedBy, String drafter) {
        this.id = id;
        this.agencyId = agencyId;
        this.state = new OutgoingState.Draft().code();
        this.recipients = new ArrayList<>();
        this.draftedAt = at;
        this.draftedBy = draftedBy;
        this.drafter = drafter;
        describe(line);
        this.version = 1;
    }

    void amend(DraftLine line) {
        move(Command.AMEND);
        describe(line);
    }

    private void describe(DraftLine line) {
        typeCode = line.typeCode();
        typeName = line.typeName();
        legalNormative = line.legalNormative();
        notation = line.notation();
        unitAbbreviation = line.unitAbbreviation();
        issuerName = line.issuerName();
        subject = line.subject();
        languages = line.coded().languages();
        pageCount = line.pageCount();
        accessMode = line.coded().accessMode();
        confidenceLevel = line.coded().confidenceLevel();
        urgency = line.coded().urgency();
        signerPosition = line.signerPosition();
        signerName = line.signerName();
        signCapacity = line.signCapacity();
        dueDate = line.dueDate();
        copies = line.copies();
        draftingUnit = line.draftingUnit();
        archiveCopyUnit = line.archiveCopyUnit();
        keywords = line.keywords();
        description = line.description();
        replacesId = line.replacesId();
        correctsId = line.correctsId();
        answersId = line.answersId();
        recipients.clear();
        recipients.addAll(line.recipients());
    }

    /**
     * Goes where the command leads.
     *
     * @throws Problem OUTGOING_STATE_FORBIDS
     */
    void move(Command command) {
        OutgoingState next = OutgoingState.of(state).on(command);
        if (next == null) {
            throw new Problem(DocumentProblem.OUTGOING_STATE_FORBIDS, state, command.name());
        }
        state = next.code();
        version++;
    }

    /**
     * @throws Problem SAME_PERSON when it is the drafter's own step
     */
    void refuseDrafter(String subjectOfCaller, Command command) {
        if (drafter.equals(subjectOfCaller)) {
            throw new Problem(DocumentProblem.SAME_PERSON, command.name());
        }
    }

    void number(OutgoingNumber taken, DocumentNumber written, LocalDate on) {
        move(Command.NUMBER);
        numberId = taken.id();
        number = written.number();
        notation = written.notation();
        numberKey = written.key();
        registerYear = taken.year();
        issuedDate = on;
    }

    /** Back to the draft, without its number. */
    void giveUpNumber() {
        move(Command.VOID_NUMBER);
        numberId = null;
        number = null;
        numberKey = null;
        registerYear = null;
        issuedDate = null;
    }

    void issue(Instant at, String by) {
        move(Command.ISSUE);
        issuedAt = at;
        issuedBy = by;
    }

    void end(Command command, @Nullable UUID by, String reason) {
        move(command);
        replacedBy = by;
        endReason = reason;
    }

    /** As the register takes it; lawful from the number on. */
    RegistrationLine line() {
        return new RegistrationLine(
                typeCode,
                typeName,
                new DocumentNumber(
                        Objects.requireNonNull(number), Objects.requireNonNull(notation)),
                Objects.requireNonNull(issuedDate),
                issuerName,
                subject,
                languages,
                pageCount,
                accessMode,
                confidenceLevel,
                urgency,
                signerPosition,
                signerName,
                dueDate,
                keywords,
                description,
                null);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String state() {
        return state;
    }

    String typeCode() {
        return typeCode;
    }

    boolean isLegalNormative() {
        return legalNormative;
    }

    boolean isBornDigital() {
        return confidenceLevel.equals("01");
    }

    String subject() {
        return subject;
    }

    @Nullable String notation() {
        return notation;
    }

    @Nullable String unitAbbreviation() {
        return unitAbbreviation;
    }

    @Nullable UUID numberId() {
        return numberId;
    }

    @Nullable UUID replacesId() {
        return replacesId;
    }

    @Nullable UUID correctsId() {
        return correctsId;
    }

    @Nullable String signCapacity() {
        return signCapacity;
    }

    @Nullable Integer copies() {
        return copies;
    }

    @Nullable String archiveCopyUnit() {
        return archiveCopyUnit;
    }

    List<Recipient> recipients() {
        return List.copyOf(recipients);
    }

    long version() {
        return version;
    }

    OutgoingView view(
            String shownState,
            List<FileView> files,
            List<UUID> dossiers,
            @Nullable List<DuplicateView> warnings,
            List<String> allowedActions) {
        return new OutgoingView(
                id,
                shownState,
                typeCode,
                typeName,
                legalNormative,
                number,
                notation,
                unitAbbreviation,
                numberId,
                registerYear,
                issuedDate,
                issuerName,
                subject,
                languages,
                pageCount,
                accessMode,
                confidenceLevel,
                urgency,
                signerPosition,
                signerName,
                signCapacity,
                dueDate,
                copies,
                draftingUnit,
                archiveCopyUnit,
                keywords,
                description,
                recipients.stream()
                        .map(r -> new OutgoingView.RecipientView(r.organId(), r.name()))
                        .toList(),
                replacesId,
                correctsId,
                answersId,
                replacedBy,
                endReason,
                files,
                dossiers,
                draftedAt,
                draftedBy,
                issuedAt,
                issuedBy,
                version,
                warnings,
                allowedActions);
    }
}
