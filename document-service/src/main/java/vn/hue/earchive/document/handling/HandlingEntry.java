package vn.hue.earchive.document.handling;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the trace of handling; it never changes. */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "handling_entry")
class HandlingEntry {

    @Id private UUID id;
    private UUID agencyId;
    private UUID documentId;
    private String act;
    private String state;
    private @Nullable String text;
    private @Nullable String unit;
    private @Nullable LocalDate dueDate;
    private Instant at;
    private String byPerson;

    @SuppressWarnings("NullAway.Init")
    protected HandlingEntry() {}

    HandlingEntry(
            UUID id,
            UUID agencyId,
            UUID documentId,
            String act,
            String state,
            Said said,
            Instant at,
            String byPerson) {
        this.id = id;
        this.agencyId = agencyId;
        this.documentId = documentId;
        this.act = act;
        this.state = state;
        this.text = said.text();
        this.unit = said.unit();
        this.dueDate = said.dueDate();
        this.at = at;
        this.byPerson = byPerson;
    }

    /** What a person said with an act. */
    record Said(@Nullable String text, @Nullable String unit, @Nullable LocalDate dueDate) {

        static Said of(@Nullable String text) {
            return new Said(text, null, null);
        }
    }

    UUID id() {
        return id;
    }

    HandlingEntryView view() {
        return new HandlingEntryView(id, act, state, text, unit, dueDate, at, byPerson);
    }
}
