package vn.hue.earchive.archive.custody;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.store.StoredAip;
import vn.hue.earchive.document.events.DossierDescription;

/**
 * A dossier in the custody of the archive. Changed only under the lock of its row; each change
 * moves it to the version of the event that tells it.
 */
@Entity
@Table(name = "holding")
class Holding {

    @Id private UUID id;

    @Column(name = "agency_id", updatable = false)
    private UUID agencyId;

    @Column(name = "agency_code", updatable = false)
    private String agencyCode;

    @Column(name = "submission_id", updatable = false)
    private UUID submissionId;

    @Column(name = "version")
    private long version;

    @Column(name = "state")
    private String state;

    @Column(name = "aip_id", updatable = false)
    private String aipId;

    @Column(name = "ocfl_version")
    private String ocflVersion;

    @Column(name = "pack_sha256")
    private String packSha256;

    @Column(name = "pack_size")
    private long packSize;

    @Column(name = "file_code", updatable = false)
    private String fileCode;

    @Column(name = "archival_file_code", updatable = false)
    private String archivalFileCode;

    @Column(name = "title", updatable = false)
    private String title;

    @Column(name = "retention_code", updatable = false)
    private String retentionCode;

    @Column(name = "access_mode", updatable = false)
    private String accessMode;

    @Column(name = "start_date", updatable = false)
    private LocalDate startDate;

    @Column(name = "end_date", updatable = false)
    private LocalDate endDate;

    @Column(name = "description", updatable = false)
    @ColumnTransformer(write = "?::jsonb")
    private String description;

    @Column(name = "accepted_at", updatable = false)
    private Instant acceptedAt;

    @Column(name = "stored_at")
    private @Nullable Instant storedAt;

    @Column(name = "replicated_at")
    private @Nullable Instant replicatedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Holding() {}

    /** Custody begins. */
    Holding(Acceptance acceptance, String description, long version, Instant at) {
        DossierDescription dossier = acceptance.dossier().description();
        StoredAip aip = acceptance.aip();
        this.id = dossier.dossierId();
        this.agencyId = acceptance.agencyId();
        this.agencyCode = acceptance.agencyCode();
        this.submissionId = acceptance.submissionId();
        this.version = version;
        this.state = new HoldingState.Accepted(at).code();
        this.aipId = aip.objId();
        this.ocflVersion = aip.ocflVersion();
        this.packSha256 = aip.packSha256();
        this.packSize = aip.size();
        this.fileCode = dossier.fileCode();
        this.archivalFileCode = acceptance.archivalFileCode();
        this.title = dossier.title();
        this.retentionCode = dossier.retention().code();
        this.accessMode = dossier.accessMode();
        this.startDate = dossier.startDate();
        this.endDate = Objects.requireNonNull(dossier.endDate(), "checked by the intake");
        this.description = description;
        this.acceptedAt = at;
    }

    HoldingState state() {
        return switch (state) {
            case "ACCEPTED" -> new HoldingState.Accepted(acceptedAt);
            case "STORED" -> new HoldingState.Stored(acceptedAt, Objects.requireNonNull(storedAt));
            case "REPLICATED" ->
                    new HoldingState.Replicated(
                            acceptedAt,
                            Objects.requireNonNull(storedAt),
                            Objects.requireNonNull(replicatedAt));
            default -> throw new IllegalStateException("holding state " + state);
        };
    }

    /** The package is durable in one store at least. */
    void store(long version, Instant at) {
        HoldingState.Stored next =
                switch (state()) {
                    case HoldingState.Accepted accepted -> accepted.store(at);
                    case HoldingState.Stored stored -> throw unlawful("store");
                    case HoldingState.Replicated replicated -> throw unlawful("store");
                };
        this.state = next.code();
        this.storedAt = next.storedAt();
        this.version = version;
    }

    /** The required copies exist. */
    void replicate(long version, Instant at) {
        HoldingState.Replicated next =
                switch (state()) {
                    case HoldingState.Accepted accepted -> throw unlawful("replicate");
                    case HoldingState.Stored stored -> stored.replicate(at);
                    case HoldingState.Replicated replicated -> throw unlawful("replicate");
                };
        this.state = next.code();
        this.replicatedAt = next.replicatedAt();
        this.version = version;
    }

    private IllegalStateException unlawful(String command) {
        return new IllegalStateException(command + " in state " + state);
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String agencyCode() {
        return agencyCode;
    }

    UUID submissionId() {
        return submissionId;
    }

    long version() {
        return version;
    }

    String stateCode() {
        return state;
    }

    String aipId() {
        return aipId;
    }

    String ocflVersion() {
        return ocflVersion;
    }

    String packSha256() {
        return packSha256;
    }

    long packSize() {
        return packSize;
    }

    String fileCode() {
        return fileCode;
    }

    String archivalFileCode() {
        return archivalFileCode;
    }

    String title() {
        return title;
    }

    String retentionCode() {
        return retentionCode;
    }

    String accessMode() {
        return accessMode;
    }

    LocalDate startDate() {
        return startDate;
    }

    LocalDate endDate() {
        return endDate;
    }

    /** JSON of the dossier as submitted ({@code SubmissionManifest.Dossier}). */
    String description() {
        return description;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }

    @Nullable Instant storedAt() {
        return storedAt;
    }

    @Nullable Instant replicatedAt() {
        return replicatedAt;
    }
}
