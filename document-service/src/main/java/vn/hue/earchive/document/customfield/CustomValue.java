package vn.hue.earchive.document.customfield;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;

/** A value of a field. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "custom_value")
class CustomValue {

    @Embeddable
    record Key(
            @Column(name = "subject_id") UUID subjectId, @Column(name = "field_key") String key) {}

    @EmbeddedId private Key id;
    private UUID agencyId;

    @Enumerated(EnumType.STRING)
    private CustomField.Subject subject;

    @Column(name = "field_value")
    private String value;

    @SuppressWarnings("NullAway.Init")
    protected CustomValue() {}

    CustomValue(
            UUID subjectId, String key, UUID agencyId, CustomField.Subject subject, String value) {
        this.id = new Key(subjectId, key);
        this.agencyId = agencyId;
        this.subject = subject;
        this.value = value;
    }

    String key() {
        return id.key();
    }

    UUID subjectId() {
        return id.subjectId();
    }

    String value() {
        return value;
    }
}
