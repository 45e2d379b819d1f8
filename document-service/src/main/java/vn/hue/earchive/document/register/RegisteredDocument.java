package vn.hue.earchive.document.register;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodesConverter;
import vn.hue.earchive.document.events.DocumentDescription;
import vn.hue.earchive.document.file.DocumentFile;

/**
 * A line of a register, with what is known of the document. Its description never changes; only an
 * incoming document's state of handling does.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "document")
public class RegisteredDocument {

    public static final String INCOMING = "INCOMING";
    public static final String OUTGOING = "OUTGOING";

    /** State of handling of every line at first; an outgoing line keeps it. */
    public static final String REGISTERED = "REGISTERED";

    @Id private UUID id;
    private UUID agencyId;
    private String direction;
    private int registerYear;
    private String seriesKey;
    private long registerNumber;
    private LocalDate registeredOn;
    private String typeCode;
    private String typeName;
    private String number;
    private String notation;
    private String numberKey;
    private LocalDate issuedDate;
    private String issuerName;
    private String issuerKey;
    private String subject;

    @Convert(converter = CodesConverter.class)
    private List<String> languages;

    private int pageCount;
    private String accessMode;
    private String confidenceLevel;
    private String urgency;
    private @Nullable String signerPosition;
    private @Nullable String signerName;
    private @Nullable LocalDate dueDate;
    private @Nullable String keywords;
    private @Nullable String description;
    private @Nullable String assignee;
    private Instant registeredAt;
    private String registeredBy;
    private String handlingState;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RegisteredDocument() {}

    /**
     * @param place number in a series of the agency, and the legal date of arrival or issue
     */
    public RegisteredDocument(
            UUID id,
            UUID agencyId,
            String direction,
            RegisterPlace place,
            RegistrationLine line,
            Instant registeredAt,
            String registeredBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.direction = direction;
        this.registerYear = place.year();
        this.seriesKey = place.series();
        this.registerNumber = place.number();
        this.registeredOn = place.on();
        write(line);
        this.assignee = line.assignee();
        this.registeredAt = registeredAt;
        this.registeredBy = registeredBy;
        this.handlingState = REGISTERED;
        this.version = 1;
    }

    private void write(RegistrationLine line) {
        typeCode = line.typeCode();
        typeName = line.typeName();
        number = line.number().number();
        notation = line.number().notation();
        numberKey = line.number().key();
        issuedDate = line.issuedDate();
        issuerName = line.issuerName();
        issuerKey = line.issuerKey();
        subject = line.subject();
        languages = line.languages();
        pageCount = line.pageCount();
        accessMode = line.accessMode();
        confidenceLevel = line.confidenceLevel();
        urgency = line.urgency();
        signerPosition = line.signerPosition();
        signerName = line.signerName();
        dueDate = line.dueDate();
        keywords = line.keywords();
        description = line.description();
    }

    public UUID id() {
        return id;
    }

    public UUID agencyId() {
        return agencyId;
    }

    /** {@link #INCOMING} or {@link #OUTGOING}. */
    public String direction() {
        return direction;
    }

    public boolean isIncoming() {
        return direction.equals(INCOMING);
    }

    public int registerYear() {
        return registerYear;
    }

    public long registerNumber() {
        return registerNumber;
    }

    public LocalDate registeredOn() {
        return registeredOn;
    }

    public String number() {
        return number;
    }

    public String notation() {
        return notation;
    }

    public LocalDate issuedDate() {
        return issuedDate;
    }

    public @Nullable LocalDate dueDate() {
        return dueDate;
    }

    public int pageCount() {
        return pageCount;
    }

    public String subject() {
        return subject;
    }

    /** Code list {@code confidence-level}. */
    public String confidenceLevel() {
        return confidenceLevel;
    }

    public String urgency() {
        return urgency;
    }

    public @Nullable String signerPosition() {
        return signerPosition;
    }

    public @Nullable String signerName() {
        return signerName;
    }

    /** Unit or person that gets an incoming document (đơn vị hoặc người nhận). */
    public @Nullable String assignee() {
        return assignee;
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    public String registeredBy() {
        return registeredBy;
    }

    /**
     * Of an incoming document: state of domain reference 4.1 without FILED, which dossiers tell.
     */
    public String handlingState() {
        return handlingState;
    }

    /** Versions of the line, from 1 without gaps: one for each fact that is told about it. */
    public long version() {
        return version;
    }

    /** Brings an incoming document into a state of handling. */
    public void handled(String state) {
        handlingState = state;
        version++;
    }

    /** Writes into the register who got an incoming document. */
    public void passedTo(String unitOrPerson) {
        assignee = unitOrPerson;
    }

    /** Writes the line anew; its place in the register and who got it stay. Part of a fact. */
    public void correct(RegistrationLine line) {
        write(line);
    }

    /** Writes who may read it; part of a fact. */
    public void open(String mode) {
        accessMode = mode;
    }

    /** A fact about the line is told that changes nothing in it. */
    public void touched() {
        version++;
    }

    /** As the other services are told. */
    public DocumentDescription description(List<DocumentFile> files) {
        return new DocumentDescription(
                id,
                direction,
                registerYear,
                registerNumber,
                registeredOn,
                typeCode,
                typeName,
                number,
                notation,
                issuedDate,
                issuerName,
                subject,
                languages,
                pageCount,
                accessMode,
                confidenceLevel,
                keywords,
                description,
                files.stream().map(DocumentFile::description).toList());
    }
}
