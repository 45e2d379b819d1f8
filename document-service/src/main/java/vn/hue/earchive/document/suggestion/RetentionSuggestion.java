package vn.hue.earchive.document.suggestion;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What was offered for a title, and once what a person chose. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "retention_suggestion")
class RetentionSuggestion {

    @Id private UUID id;
    private UUID agencyId;
    private String title;
    private String offered;
    private Instant askedAt;
    private String askedBy;
    private @Nullable String chosenCode;
    private @Nullable Integer chosenRank;
    private @Nullable String reason;
    private @Nullable UUID dossierId;
    private @Nullable Instant decidedAt;
    private @Nullable String decidedBy;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected RetentionSuggestion() {}

    RetentionSuggestion(
            UUID id, UUID agencyId, String title, List<String> offered, Instant at, String by) {
        this.id = id;
        this.agencyId = agencyId;
        this.title = title;
        this.offered = String.join(" ", offered);
        this.askedAt = at;
        this.askedBy = by;
        this.version = 1;
    }

    /** A choice that a person makes. */
    record Choice(String ruleCode, @Nullable String reason, @Nullable UUID dossierId) {}

    /**
     * @throws Problem RETENTION_SUGGESTION_DECIDED
     */
    void decide(Choice choice, Instant at, String by) {
        if (decidedAt != null) {
            throw new Problem(
                    DocumentProblem.RETENTION_SUGGESTION_DECIDED, String.valueOf(chosenCode));
        }
        int rank = offered().indexOf(choice.ruleCode()) + 1;
        chosenCode = choice.ruleCode();
        chosenRank = rank == 0 ? null : rank;
        reason = choice.reason();
        dossierId = choice.dossierId();
        decidedAt = at;
        decidedBy = by;
        version++;
    }

    List<String> offered() {
        return offered.isEmpty() ? List.of() : List.of(offered.split(" "));
    }

    UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    String title() {
        return title;
    }

    long version() {
        return version;
    }

    @Nullable Integer chosenRank() {
        return chosenRank;
    }

    boolean isDecided() {
        return decidedAt != null;
    }

    SuggestionView view(
            List<SuggestionView.Offer> offers,
            List<SuggestionView.Precedent> similar,
            List<String> notices,
            List<String> allowedActions) {
        return new SuggestionView(
                id,
                title,
                offers,
                similar,
                notices,
                askedAt,
                askedBy,
                decidedAt == null
                        ? null
                        : new SuggestionView.Decision(
                                Objects.requireNonNull(chosenCode),
                                chosenRank,
                                reason,
                                dossierId,
                                decidedAt,
                                String.valueOf(decidedBy)),
                version,
                allowedActions);
    }

    /** A line of the log of suggestions. */
    SuggestionLogView log() {
        return new SuggestionLogView(
                id,
                title,
                offered(),
                askedAt,
                askedBy,
                chosenCode,
                chosenRank,
                reason,
                dossierId,
                decidedAt,
                decidedBy);
    }
}
