package vn.hue.earchive.document.scheme;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a scheme: {@code DRAFT → IN_FORCE}, ended by the day before the next one begins. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "classification_scheme")
class Scheme {

    static final String DRAFT = "DRAFT";
    static final String IN_FORCE = "IN_FORCE";

    @Id private UUID id;
    private UUID agencyId;
    private String schemeKey;
    private int number;
    private String title;
    private String state;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private String content;
    private Instant createdAt;
    private String createdBy;
    private String createdSubject;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private @Nullable String reference;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Scheme() {}

    /** A person and a moment. */
    record Act(String subject, String username, Instant at) {}

    Scheme(
            UUID id,
            UUID agencyId,
            String key,
            int number,
            String title,
            LocalDate validFrom,
            String content,
            Act by) {
        this.id = id;
        this.agencyId = agencyId;
        this.schemeKey = key;
        this.number = number;
        this.title = title;
        this.state = DRAFT;
        this.validFrom = validFrom;
        this.content = content;
        this.createdAt = by.at();
        this.createdBy = by.username();
        this.createdSubject = by.subject();
        this.version = 1;
    }

    void approve(Act by, String paper) {
        state = IN_FORCE;
        approvedAt = by.at();
        approvedBy = by.username();
        reference = paper;
        version++;
    }

    void endBefore(LocalDate next) {
        validTo = next.minusDays(1);
        version++;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String key() {
        return schemeKey;
    }

    int number() {
        return number;
    }

    String state() {
        return state;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    String content() {
        return content;
    }

    String createdSubject() {
        return createdSubject;
    }

    long version() {
        return version;
    }

    /**
     * @param allowedActions of the reader
     */
    SchemeView view(SchemeVersion said, java.util.List<String> allowedActions) {
        return new SchemeView(
                id,
                schemeKey,
                number,
                title,
                state,
                validFrom,
                validTo,
                said.headings(),
                said.mapping(),
                createdAt,
                createdBy,
                approvedAt,
                approvedBy,
                reference,
                version,
                allowedActions);
    }
}
