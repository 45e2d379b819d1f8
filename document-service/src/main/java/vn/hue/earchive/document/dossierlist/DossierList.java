package vn.hue.earchive.document.dossierlist;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The list of a year. It is entered when the head has approved it, so it is in use from then on.
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
    private @Nullable String approvalReference;
    private Instant createdAt;
    private String createdBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DossierList() {}

    DossierList(
            UUID id,
            UUID agencyId,
            int year,
            String title,
            @Nullable String approvalReference,
            Instant createdAt,
            String createdBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.listYear = year;
        this.title = title;
        this.state = "IN_USE";
        this.approvalReference = approvalReference;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.version = 1;
    }

    UUID id() {
        return id;
    }

    int year() {
        return listYear;
    }

    long version() {
        return version;
    }

    DossierListView view() {
        return new DossierListView(
                id, listYear, title, state, approvalReference, createdAt, createdBy);
    }
}
