package vn.hue.earchive.document.accessrule;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of the agency's rules: {@code DRAFT → IN_FORCE → REPLACED}. Its rules never change. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "access_rule_set")
class AccessRuleSet {

    static final String DRAFT = "DRAFT";
    static final String IN_FORCE = "IN_FORCE";
    static final String REPLACED = "REPLACED";

    @Id private UUID id;
    private UUID agencyId;
    private int number;
    private String title;
    private String state;
    private String rules;
    private Instant createdAt;
    private String createdBy;
    private String createdSubject;
    private @Nullable Instant approvedAt;
    private @Nullable String approvedBy;
    private @Nullable String reference;
    private @Nullable Instant replacedAt;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AccessRuleSet() {}

    /** A person and a moment. */
    record Act(String subject, String username, Instant at) {}

    AccessRuleSet(UUID id, UUID agencyId, int number, String title, String rules, Act by) {
        this.id = id;
        this.agencyId = agencyId;
        this.number = number;
        this.title = title;
        this.state = DRAFT;
        this.rules = rules;
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

    void replace(Instant at) {
        state = REPLACED;
        replacedAt = at;
        version++;
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    int number() {
        return number;
    }

    String title() {
        return title;
    }

    String state() {
        return state;
    }

    String rules() {
        return rules;
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }

    String createdSubject() {
        return createdSubject;
    }

    @Nullable Instant approvedAt() {
        return approvedAt;
    }

    @Nullable String approvedBy() {
        return approvedBy;
    }

    @Nullable String reference() {
        return reference;
    }

    long version() {
        return version;
    }
}
