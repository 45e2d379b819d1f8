package vn.hue.earchive.document.outgoing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.numbering.OutgoingNumber;
import vn.hue.earchive.document.numbering.OutgoingNumbers;
import vn.hue.earchive.document.numbering.OutgoingSeries;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.outgoing.OutgoingState.Command;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Gives a signed document its number and date: the next of its series and today, or a number that
 * was reserved for it. A document that gives its number up is a draft again; the number stays
 * listed, void, with the reason.
 */
@ApplicationScoped
class NumberOutgoing {

    private final ChangeOutgoing change;
    private final OutgoingNumbers numbers;
    private final Agencies agencies;
    private final CodeLists codes;
    private final Validation validation;
    private final Clock clock;

    NumberOutgoing(
            ChangeOutgoing change,
            OutgoingNumbers numbers,
            Agencies agencies,
            CodeLists codes,
            Validation validation,
            Clock clock) {
        this.change = change;
        this.numbers = numbers;
        this.agencies = agencies;
        this.codes = codes;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * @throws Problem OUTGOING_NUMBER_TAKEN when the year has number and notation already; the
     *     series gets its number back
     */
    @Transactional
    Answer<OutgoingView> number(
            UUID id,
            @Nullable NumberRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "numberOutgoingDocument",
                id,
                ifMatch,
                key,
                request,
                (document, details) -> {
                    if (!OutgoingState.of(document.state()).allows(Command.NUMBER)) {
                        document.move(Command.NUMBER);
                    }
                    OutgoingNumber number = give(document, request);
                    details.putAll(
                            Map.of(
                                    "year", number.year(),
                                    "series", number.series(),
                                    "number", number.number()));
                });
    }

    private OutgoingNumber give(OutgoingDocument document, @Nullable NumberRequest request) {
        LocalDate today = LegalDate.today(clock);
        UUID reserved = request == null ? null : request.numberId();
        LocalDate asked = request == null ? null : request.issuedDate();
        Findings findings = validation.begin();
        // Everything that can fail comes before the series is locked.
        if (reserved == null) {
            findings.addUnless(
                    asked == null || asked.equals(today),
                    "/issuedDate",
                    "DATE_OF_NUMBER",
                    today,
                    today);
        }
        String notation = notation(document, today.getYear(), findings);
        findings.raise();
        OutgoingNumber number =
                reserved == null
                        ? numbers.take(document.typeCode(), document.isLegalNormative(), null)
                        : reserved(document, reserved, asked, today, findings);
        DocumentNumber written =
                new DocumentNumber(
                        OutgoingSeries.written(number.number()),
                        number.year() == today.getYear()
                                ? notation
                                : notation(document, number.year(), findings));
        LocalDate on = asked != null ? asked : reserved == null ? today : number.takenOn();
        document.number(number, written, on);
        numbers.use(number, written, document.id());
        return number;
    }

    private OutgoingNumber reserved(
            OutgoingDocument document,
            UUID numberId,
            @Nullable LocalDate asked,
            LocalDate today,
            Findings findings) {
        OutgoingNumber number =
                numbers.findByIdOptional(numberId).map(n -> numbers.locked(n.id())).orElse(null);
        if (number == null) {
            findings.add("/numberId", "UNKNOWN_NUMBER").raise();
        }
        OutgoingNumber found = Objects.requireNonNull(number);
        String series =
                numbers.seriesOf(found.year(), document.typeCode(), document.isLegalNormative());
        findings.addUnless(
                found.series().equals(series), "/numberId", "OTHER_SERIES", found.series(), series);
        findings.addUnless(
                asked == null
                        || (!asked.isBefore(found.takenOn())
                                && !asked.isAfter(today)
                                && asked.getYear() == found.year()),
                "/issuedDate",
                "DATE_OF_NUMBER",
                found.takenOn(),
                today);
        findings.raise();
        return found;
    }

    /**
     * As the draft says, or as the law builds it: {@code QĐ-UBND}, of legal norms {@code
     * 2026/QĐ-UBND}, of a letter {@code UBND-VX}.
     */
    private String notation(OutgoingDocument document, int year, Findings findings) {
        String given = document.notation();
        if (given != null) {
            return given;
        }
        String agency = numbers.issuerAbbreviation(year);
        if (agency == null) {
            agency = abbreviation(agencies.require(document.agencyId()).code());
        }
        if (agency == null) {
            findings.add("/notation", "NOTATION_UNKNOWN");
            return "";
        }
        String type =
                codes.find(CodeLists.DOCUMENT_TYPE, document.typeCode())
                        .map(CodeListEntry::abbreviation)
                        .orElse(null);
        String unit = document.unitAbbreviation();
        String notation =
                type != null ? type + "-" + agency : unit != null ? agency + "-" + unit : agency;
        return document.isLegalNormative() ? year + "/" + notation : notation;
    }

    /** By the first letter of the e-identifier, Decision 20/2020. */
    private static @Nullable String abbreviation(String agencyCode) {
        return switch (agencyCode.charAt(0)) {
            case 'H' -> "UBND";
            case 'K' -> "HĐND";
            default -> null;
        };
    }

    @Transactional
    Answer<OutgoingView> giveUp(
            UUID id,
            @Nullable ReasonRequest request,
            @Nullable String ifMatch,
            @Nullable String key) {
        return change.once(
                "giveUpOutgoingNumber",
                id,
                ifMatch,
                key,
                request,
                (document, details) -> {
                    String reason = SignOutgoing.reason(validation, request);
                    UUID numberId = document.numberId();
                    document.giveUpNumber();
                    numbers.giveUp(Objects.requireNonNull(numberId), id, reason);
                    details.put("numberId", numberId.toString());
                });
    }
}
