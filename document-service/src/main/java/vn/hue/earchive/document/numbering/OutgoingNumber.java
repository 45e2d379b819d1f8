package vn.hue.earchive.document.numbering;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * A number of an outgoing series, for ever: {@code RESERVED → USED → VOID} or {@code RESERVED →
 * VOID}. A void number stays in the list with its reason and is never given again.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Some columns are read by queries only.
@Table(name = "outgoing_number")
public class OutgoingNumber {

    static final String RESERVED = "RESERVED";
    private static final String USED = "USED";
    private static final String VOID = "VOID";

    @Id private UUID id;
    private UUID agencyId;
    private int seriesYear;
    private String seriesKey;
    private long numberValue;
    private @Nullable String notation;
    private @Nullable String numberKey;
    private String state;
    private @Nullable String reason;
    private LocalDate takenOn;
    private String takenBy;
    private @Nullable UUID documentId;
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OutgoingNumber() {}

    OutgoingNumber(
            UUID id,
            UUID agencyId,
            int year,
            String series,
            long number,
            @Nullable String reason,
            LocalDate takenOn,
            String takenBy) {
        this.id = id;
        this.agencyId = agencyId;
        this.seriesYear = year;
        this.seriesKey = series;
        this.numberValue = number;
        this.state = RESERVED;
        this.reason = reason;
        this.takenOn = takenOn;
        this.takenBy = takenBy;
        this.version = 1;
    }

    /**
     * @throws Problem OUTGOING_NUMBER_STATE_FORBIDS unless it is reserved
     */
    void use(DocumentNumber written, UUID document) {
        require(state.equals(RESERVED), "USE");
        notation = written.notation();
        numberKey = written.key();
        documentId = document;
        state = USED;
        version++;
    }

    /**
     * @throws Problem OUTGOING_NUMBER_STATE_FORBIDS when it is void already, or a document has it
     *     and that document is not what gives it up
     */
    void voidFor(String why, @Nullable UUID givenUpBy) {
        require(state.equals(RESERVED) || (state.equals(USED) && documentIs(givenUpBy)), "VOID");
        reason = why;
        state = VOID;
        version++;
    }

    private boolean documentIs(@Nullable UUID other) {
        return documentId != null && documentId.equals(other);
    }

    private void require(boolean lawful, String command) {
        if (!lawful) {
            throw new Problem(
                    DocumentProblem.OUTGOING_NUMBER_STATE_FORBIDS,
                    OutgoingSeries.written(numberValue),
                    state,
                    command);
        }
    }

    public UUID id() {
        return id;
    }

    UUID agencyId() {
        return agencyId;
    }

    public int year() {
        return seriesYear;
    }

    public String series() {
        return seriesKey;
    }

    public long number() {
        return numberValue;
    }

    public LocalDate takenOn() {
        return takenOn;
    }

    String state() {
        return state;
    }

    long version() {
        return version;
    }

    OutgoingNumberView view(List<String> allowedActions) {
        return new OutgoingNumberView(
                id,
                seriesYear,
                seriesKey,
                numberValue,
                OutgoingSeries.written(numberValue),
                notation,
                state,
                reason,
                takenOn,
                takenBy,
                documentId,
                version,
                allowedActions);
    }
}
