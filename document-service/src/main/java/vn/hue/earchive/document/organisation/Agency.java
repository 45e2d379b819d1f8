package vn.hue.earchive.document.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "agency")
class Agency {

    @Id private UUID id;
    private String code;
    private String name;
    private @Nullable UUID parentId;
    private boolean provisional;
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private boolean training;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Agency() {}

    @SuppressWarnings("NullAway.Init")
    Agency(UUID id) {
        this.id = id;
    }

    /** Takes over what the operator says; true when that changed anything. */
    boolean describe(AgencyDetails details) {
        if (version > 0 && details.equals(details())) {
            return false;
        }
        code = details.code();
        name = details.name();
        parentId = details.parentId();
        provisional = details.provisional();
        validFrom = details.validFrom();
        validTo = details.validTo();
        training = details.isTraining();
        version++;
        return true;
    }

    AgencyDetails details() {
        return new AgencyDetails(code, name, parentId, provisional, validFrom, validTo, training);
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    long version() {
        return version;
    }
}
