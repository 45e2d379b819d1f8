package vn.hue.earchive.document.incoming;

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
import vn.hue.earchive.document.customfield.CustomField;
import vn.hue.earchive.document.customfield.CustomFieldView;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.numbering.NumberSeries;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.time.LegalDate;

/** A registration before anybody has typed: what the server fills in, and what is left. */
@ApplicationScoped
class IncomingTemplate {

    /** Links to the lists that the fields take their codes from. */
    private static final Map<String, String> LISTS =
            Map.of(
                    "typeCode", link(CodeLists.DOCUMENT_TYPE),
                    "languages", link(CodeLists.LANGUAGE),
                    "accessMode", link(CodeLists.MODE),
                    "confidenceLevel", link(CodeLists.CONFIDENCE_LEVEL),
                    "urgency", link(CodeLists.URGENCY));

    private final NumberSeries numbers;
    private final CustomFields fields;
    private final CurrentCaller caller;
    private final Clock clock;

    IncomingTemplate(NumberSeries numbers, CustomFields fields, CurrentCaller caller, Clock clock) {
        this.numbers = numbers;
        this.fields = fields;
        this.caller = caller;
        this.clock = clock;
    }

    private static String link(String list) {
        return "/v1/code-lists/" + list;
    }

    /**
     * A registration to fill in.
     *
     * @param fields the body of the registration, to be posted once what is required is filled in
     * @param required pointers into the body
     * @param expectedArrivalNumber the next number as things are; another registration may take it
     * @param arrivalDate the day on which it would be registered now
     * @param codeLists by field
     * @param customFields the agency's own fields of this type
     */
    record View(
            RegisterRequest fields,
            List<String> required,
            long expectedArrivalNumber,
            LocalDate arrivalDate,
            Map<String, String> codeLists,
            List<CustomFieldView> customFields) {}

    @Transactional
    @SuppressWarnings("NullAway") // What is left to fill in is named in required.
    View of(@Nullable String typeCode) {
        UUID agency = caller.get().agencyId();
        LocalDate today = LegalDate.today(clock);
        List<CustomFieldView> own = fields.of(agency, CustomField.Subject.DOCUMENT, typeCode);
        List<String> required =
                new ArrayList<>(
                        List.of(
                                "/number",
                                "/notation",
                                "/issuedDate",
                                "/issuerName",
                                "/subject",
                                "/pageCount"));
        if (typeCode == null) {
            required.addFirst("/typeCode");
        }
        own.stream()
                .filter(CustomFieldView::required)
                .forEach(field -> required.add("/custom/" + field.key()));
        return new View(
                new RegisterRequest(
                        typeCode,
                        null,
                        null,
                        null,
                        null,
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
                        List.of(),
                        null,
                        null,
                        Map.of()),
                required,
                numbers.expected(agency, today.getYear(), NumberSeries.ARRIVALS),
                today,
                LISTS,
                own);
    }
}
