package vn.hue.earchive.document.handling;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * Who has an incoming document and until when. Its state stands in the register line; this is what
 * belongs to the state.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "handling")
class Handling {

    private static final Set<String> OPEN =
            Set.of("SUBMITTED_TO_LEADER", "ASSIGNED", "IN_PROGRESS");

    @Id private UUID documentId;
    private UUID agencyId;
    private @Nullable String leader;
    private @Nullable String leadUnit;
    private @Nullable String assignee;
    private @Nullable LocalDate dueDate;
    private @Nullable String directionText;
    private @Nullable String result;
    private @Nullable UUID answerId;
    private boolean isOpen;
    private @Nullable Instant submittedAt;
    private @Nullable Instant assignedAt;
    private @Nullable String receivedBy;
    private @Nullable Instant receivedAt;
    private @Nullable Instant completedAt;
    private @Nullable String endReason;

    @ElementCollection
    @CollectionTable(name = "handling_co_unit", joinColumns = @JoinColumn(name = "document_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<CoUnit> coUnits;

    @SuppressWarnings("NullAway.Init")
    protected Handling() {}

    @SuppressWarnings("NullAway.Init")
    Handling(UUID documentId, UUID agencyId, @Nullable LocalDate dueDate) {
        this.documentId = documentId;
        this.agencyId = agencyId;
        this.dueDate = dueDate;
        this.coUnits = new ArrayList<>();
    }

    /** Whether somebody still has to do something, by the state that the document came into. */
    void cameInto(String state) {
        isOpen = OPEN.contains(state);
    }

    void submit(String to, Instant at) {
        leader = to;
        submittedAt = at;
    }

    void assign(
            String unit,
            @Nullable String person,
            List<CoUnit> parts,
            @Nullable LocalDate due,
            @Nullable String direction,
            Instant at) {
        leadUnit = unit;
        assignee = person;
        dueDate = due != null ? due : dueDate;
        directionText = direction;
        assignedAt = at;
        receivedBy = null;
        receivedAt = null;
        coUnits.clear();
        coUnits.addAll(parts);
    }

    /** Somebody takes over what was passed on; the register names them as the receiver. */
    void takenOver(String by, Instant at) {
        receivedBy = by;
        receivedAt = at;
    }

    void due(LocalDate day) {
        dueDate = day;
    }

    /** False when no co-unit of this name has its part to do. */
    boolean report(String unit, String text, Instant at) {
        for (int i = 0; i < coUnits.size(); i++) {
            CoUnit part = coUnits.get(i);
            if (part.isOpen() && part.unit().equals(unit)) {
                coUnits.set(i, part.reported(text, at));
                return true;
            }
        }
        return false;
    }

    void complete(String what, @Nullable UUID answer, Instant at) {
        result = what;
        answerId = answer;
        completedAt = at;
    }

    void resume() {
        completedAt = null;
    }

    void end(String reason) {
        endReason = reason;
    }

    List<String> openCoUnits() {
        return coUnits.stream().filter(CoUnit::isOpen).map(CoUnit::unit).toList();
    }

    /** As the register names who got it. */
    String passedTo() {
        String all =
                Stream.concat(
                                Stream.of(
                                        assignee == null ? leadUnit : leadUnit + " – " + assignee),
                                coUnits.stream().map(CoUnit::unit))
                        .collect(Collectors.joining("; "));
        return all.length() <= 1000 ? all : all.substring(0, 1000);
    }

    UUID documentId() {
        return documentId;
    }

    @Nullable String leadUnit() {
        return leadUnit;
    }

    @Nullable String assignee() {
        return assignee;
    }

    @Nullable LocalDate dueDate() {
        return dueDate;
    }

    HandlingView view(
            String state, long version, boolean overdue, List<String> warnings, List<String> may) {
        return new HandlingView(
                documentId,
                state,
                leader,
                leadUnit,
                assignee,
                coUnits.stream()
                        .map(c ->
                                new HandlingView.Part(
                                        c.unit(), c.person(), c.report(), c.reportedAt()))
                        .toList(),
                dueDate,
                overdue,
                directionText,
                result,
                answerId,
                endReason,
                submittedAt,
                assignedAt,
                receivedBy,
                receivedAt,
                completedAt,
                version,
                warnings,
                may);
    }
}
