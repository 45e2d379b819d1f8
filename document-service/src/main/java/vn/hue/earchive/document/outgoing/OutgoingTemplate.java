package vn.hue.earchive.document.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.document.numbering.OutgoingNumbers;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/** A draft before anybody has typed: what the server fills in, and what is left. */
@ApplicationScoped
class OutgoingTemplate {

    private static final Map<String, String> LISTS =
            Map.of(
                    "typeCode", link(CodeLists.DOCUMENT_TYPE),
                    "languages", link(CodeLists.LANGUAGE),
                    "accessMode", link(CodeLists.MODE),
                    "confidenceLevel", link(CodeLists.CONFIDENCE_LEVEL),
                    "urgency", link(CodeLists.URGENCY),
                    "signCapacity", link(CodeLists.SIGN_CAPACITY));

    private final OutgoingNumbers outgoing;
    private final NumberSeries numbers;
    private final Agencies agencies;
    private final CurrentCaller caller;
    private final Clock clock;

    OutgoingTemplate(
            OutgoingNumbers outgoing,
            NumberSeries numbers,
            Agencies agencies,
            CurrentCaller caller,
            Clock clock) {
        this.outgoing = outgoing;
        this.numbers = numbers;
        this.agencies = agencies;
        this.caller = caller;
        this.clock = clock;
    }

    private static String link(String list) {
        return "/v1/code-lists/" + list;
    }

    /**
     * A draft to fill in.
     *
     * @param fields the body of the draft, to be posted once what is required is filled in
     * @param required pointers into the body
     * @param expectedNumber the next number of its series as things are; it is given at the
     *     numbering only; absent without a type
     * @param codeLists by field
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record View(
            DraftRequest fields,
            List<String> required,
            @Nullable Long expectedNumber,
            Map<String, String> codeLists) {}

    @Transactional
    @SuppressWarnings("NullAway") // What is left to fill in is named in required.
    View of(@Nullable String typeCode) {
        UUID agency = caller.get().agencyId();
        LocalDate today = LegalDate.today(clock);
        List<String> required =
                new ArrayList<>(
                        List.of(
                                "/subject",
                                "/pageCount",
                                "/signerPosition",
                                "/signerName",
                                "/recipients"));
        if (typeCode == null) {
            required.addFirst("/typeCode");
        }
        return new View(
                new DraftRequest(
                        typeCode,
                        false,
                        null,
                        null,
                        agencies.require(agency).name(),
                        null,
                        List.of("01"),
                        null,
                        "01",
                        "01",
                        "0",
                        "NONE",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                required,
                typeCode == null
                        ? null
                        : Long.valueOf(
                                numbers.expected(
                                        agency,
                                        today.getYear(),
                                        outgoing.seriesOf(today.getYear(), typeCode, false))),
                LISTS);
    }
}
