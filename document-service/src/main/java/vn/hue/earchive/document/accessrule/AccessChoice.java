package vn.hue.earchive.document.accessrule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person decided about a dossier or a document in it, with the reason; never changed. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "access_choice")
public class AccessChoice {

    @Id private UUID id;
    private UUID agencyId;
    private UUID dossierId;
    private @Nullable UUID documentId;
    private String accessMode;
    private @Nullable LocalDate openOn;
    private String personalData;
    private @Nullable String legalBasis;
    private String reason;
    private @Nullable UUID ruleSetId;
    private Instant chosenAt;
    private String chosenBy;

    @SuppressWarnings("NullAway.Init")
    protected AccessChoice() {}

    /**
     * What is decided.
     *
     * @param openOn day from which it is open; null when nobody knows or it is open
     * @param personalData {@code NONE}, {@code BASIC} or {@code SENSITIVE}
     */
    public record What(
            String accessMode,
            @Nullable LocalDate openOn,
            String personalData,
            @Nullable String legalBasis,
            String reason) {}

    /**
     * @param documentId null for the dossier itself
     * @param ruleSetId the version that was in force
     */
    public AccessChoice(
            UUID id,
            UUID agencyId,
            UUID dossierId,
            @Nullable UUID documentId,
            What what,
            @Nullable UUID ruleSetId,
            Instant at,
            String by) {
        this.id = id;
        this.agencyId = agencyId;
        this.dossierId = dossierId;
        this.documentId = documentId;
        this.accessMode = what.accessMode();
        this.openOn = what.openOn();
        this.personalData = what.personalData();
        this.legalBasis = what.legalBasis();
        this.reason = what.reason();
        this.ruleSetId = ruleSetId;
        this.chosenAt = at;
        this.chosenBy = by;
    }

    public @Nullable UUID documentId() {
        return documentId;
    }

    public What what() {
        return new What(accessMode, openOn, personalData, legalBasis, reason);
    }

    public Instant chosenAt() {
        return chosenAt;
    }

    public String chosenBy() {
        return chosenBy;
    }
}
