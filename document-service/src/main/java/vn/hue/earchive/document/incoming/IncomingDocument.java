package vn.hue.earchive.document.incoming;

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
import vn.hue.earchive.document.numbering.NumberSeries;

/** A line of the register of incoming documents, with what is known of the document. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "document")
public class IncomingDocument {

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
    private Instant registeredAt;
    private String registeredBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected IncomingDocument() {}

    IncomingDocument(
            UUID id,
            UUID agencyId,
            LocalDate arrivedOn,
            long arrivalNumber,
            RegistrationLine line,
            Instant registeredAt,
            String registeredBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.direction = "INCOMING";
        this.registerYear = arrivedOn.getYear();
        this.seriesKey = NumberSeries.ARRIVALS;
        this.registerNumber = arrivalNumber;
        this.registeredOn = arrivedOn;
        this.typeCode = line.typeCode();
        this.typeName = line.typeName();
        this.number = line.number().number();
        this.notation = line.number().notation();
        this.numberKey = line.number().key();
        this.issuedDate = line.issuedDate();
        this.issuerName = line.issuerName();
        this.issuerKey = line.issuerKey();
        this.subject = line.subject();
        this.languages = line.languages();
        this.pageCount = line.pageCount();
        this.accessMode = line.accessMode();
        this.confidenceLevel = line.confidenceLevel();
        this.urgency = line.urgency();
        this.signerPosition = line.signerPosition();
        this.signerName = line.signerName();
        this.dueDate = line.dueDate();
        this.keywords = line.keywords();
        this.description = line.description();
        this.registeredAt = registeredAt;
        this.registeredBy = registeredBy;
        this.version = 1;
    }

    public UUID id() {
        return id;
    }

    public UUID agencyId() {
        return agencyId;
    }

    public int registerYear() {
        return registerYear;
    }

    public long registerNumber() {
        return registerNumber;
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

    public Instant registeredAt() {
        return registeredAt;
    }

    long version() {
        return version;
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

    IncomingView view(List<DocumentFile> files, List<UUID> dossiers, List<String> allowedActions) {
        return new IncomingView(
                id,
                registerNumber,
                registeredOn,
                registerYear,
                IncomingState.of(dossiers).code(),
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
                urgency,
                signerPosition,
                signerName,
                dueDate,
                keywords,
                description,
                files.stream().map(DocumentFile::view).toList(),
                dossiers,
                registeredAt,
                registeredBy,
                allowedActions);
    }
}
