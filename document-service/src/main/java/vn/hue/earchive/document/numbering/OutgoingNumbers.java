package vn.hue.earchive.document.numbering;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** The numbers of outgoing documents: taken, reserved, used and void. */
@ApplicationScoped
public class OutgoingNumbers implements PanacheRepositoryBase<OutgoingNumber, UUID> {

    private final NumberSeries numbers;
    private final NumberSchemes schemes;
    private final CurrentCaller caller;
    private final Clock clock;

    OutgoingNumbers(
            NumberSeries numbers, NumberSchemes schemes, CurrentCaller caller, Clock clock) {
        this.numbers = numbers;
        this.schemes = schemes;
        this.caller = caller;
        this.clock = clock;
    }

    /** Place in the list: newest year first, then by series, highest number first. */
    record Place(int year, String series, long number) {}

    /** The abbreviation of the agency in notations of a year; null when nobody has decided. */
    public @Nullable String issuerAbbreviation(int year) {
        return schemes.effective(caller.get().agencyId(), year).issuerAbbreviation();
    }

    /** Key of the series that a document of this year takes its number from. */
    public String seriesOf(int year, String typeCode, boolean legalNormative) {
        return schemes.effective(caller.get().agencyId(), year).series(typeCode, legalNormative);
    }

    /**
     * Takes the next number of today's year. The series is locked until the transaction ends, which
     * gives the number back when it fails.
     *
     * @param reason why it is reserved; null when it is used at once, which writes it down
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OutgoingNumber take(String typeCode, boolean legalNormative, @Nullable String reason) {
        Caller by = caller.get();
        LocalDate today = LegalDate.today(clock);
        int year = today.getYear();
        String series = schemes.used(by.agencyId(), year).series(typeCode, legalNormative);
        flush();
        OutgoingNumber taken =
                new OutgoingNumber(
                        Ids.next(),
                        by.agencyId(),
                        year,
                        series,
                        numbers.take(by.agencyId(), year, series),
                        reason,
                        today,
                        by.username());
        if (reason != null) {
            persist(taken);
        }
        return taken;
    }

    /**
     * Writes a number on a document.
     *
     * @throws Problem OUTGOING_NUMBER_TAKEN when another document of the year has the same number
     *     and notation; OUTGOING_NUMBER_STATE_FORBIDS when it is not free
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void use(OutgoingNumber number, DocumentNumber written, UUID documentId) {
        number.use(written, documentId);
        try {
            persist(number);
            flush();
        } catch (ConstraintViolationException e) {
            if (!Objects.toString(e.getConstraintName(), "").contains("uq_outgoing_number_key")) {
                throw e;
            }
            throw new Problem(
                            DocumentProblem.OUTGOING_NUMBER_TAKEN,
                            written.number() + "/" + written.notation(),
                            String.valueOf(number.year()))
                    .causedBy(e);
        }
    }

    /** A document gives its number up; it stays in the list, void. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveUp(UUID numberId, UUID documentId, String reason) {
        locked(numberId).voidFor(reason, documentId);
    }

    /**
     * @throws Problem NOT_FOUND
     */
    public OutgoingNumber locked(UUID id) {
        OutgoingNumber number = findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (number == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return number;
    }

    List<OutgoingNumber> page(
            @Nullable Integer year, @Nullable String state, @Nullable Place after, int rows) {
        StringBuilder where = new StringBuilder("agencyId = :agency");
        Map<String, Object> parameters = new HashMap<>(Map.of("agency", caller.get().agencyId()));
        if (year != null) {
            where.append(" and seriesYear = :year");
            parameters.put("year", year);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (after != null) {
            where.append(
                    " and (seriesYear, seriesKey, numberValue)"
                            + " < (:afterYear, :afterSeries, :afterNumber)");
            parameters.put("afterYear", after.year());
            parameters.put("afterSeries", after.series());
            parameters.put("afterNumber", after.number());
        }
        return find(
                        where + " order by seriesYear desc, seriesKey desc, numberValue desc",
                        parameters)
                .range(0, rows - 1)
                .list();
    }
}
