package vn.hue.earchive.document.numbering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** That a state-secret paper has this number, and nothing else about it; it never changes. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "secret_stub")
class SecretStub {

    @Id private UUID id;
    private UUID agencyId;
    private String direction;
    private int registerYear;
    private long registerNumber;
    private String securityClass;
    private LocalDate registeredOn;
    private String registeredBy;

    @SuppressWarnings("NullAway.Init")
    protected SecretStub() {}

    SecretStub(
            UUID id,
            UUID agencyId,
            String direction,
            long number,
            String securityClass,
            LocalDate registeredOn,
            String registeredBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.direction = direction;
        this.registerYear = registeredOn.getYear();
        this.registerNumber = number;
        this.securityClass = securityClass;
        this.registeredOn = registeredOn;
        this.registeredBy = registeredBy;
    }

    UUID id() {
        return id;
    }

    SecretStubView view() {
        return new SecretStubView(
                id,
                direction,
                registerYear,
                registerNumber,
                OutgoingSeries.written(registerNumber),
                securityClass,
                registeredOn,
                registeredBy);
    }
}
