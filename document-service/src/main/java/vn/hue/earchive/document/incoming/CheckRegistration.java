package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.customfield.CustomField;
import vn.hue.earchive.document.customfield.CustomFields;
import vn.hue.earchive.document.file.NamedUpload;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.register.DescriptionChecks;
import vn.hue.earchive.document.register.RegistrationLine;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** Judges a registration before anything is changed; reports every finding at once. */
@ApplicationScoped
class CheckRegistration {

    private final Validation validation;
    private final DescriptionChecks checks;
    private final CustomFields fields;
    private final Clock clock;

    CheckRegistration(
            Validation validation, DescriptionChecks checks, CustomFields fields, Clock clock) {
        this.validation = validation;
        this.checks = checks;
        this.fields = fields;
        this.clock = clock;
    }

    /** What is to be entered. */
    record Checked(RegistrationLine line, Map<String, String> custom) {}

    /**
     * Of a new document: with the agency's own fields.
     *
     * @throws Problem STATE_SECRET_NOT_ALLOWED before anything else is looked at; VALIDATION_FAILED
     */
    Checked checkNew(UUID agencyId, @Nullable RegisterRequest given) {
        Map<String, String> custom = new HashMap<>();
        RegistrationLine line =
                check(
                        given,
                        (request, findings) ->
                                custom.putAll(
                                        fields.judge(
                                                agencyId,
                                                CustomField.Subject.DOCUMENT,
                                                request.typeCode(),
                                                request.custom(),
                                                "/custom",
                                                findings)));
        return new Checked(line, custom);
    }

    /**
     * Of a line that is there.
     *
     * @throws Problem as for a new one
     */
    RegistrationLine check(@Nullable RegisterRequest given) {
        return check(given, (request, findings) -> {});
    }

    private RegistrationLine check(
            @Nullable RegisterRequest given, BiConsumer<RegisterRequest, Findings> further) {
        if (given != null) {
            DescriptionChecks.refuseSecrets(given.securityClass(), given.accessMode());
        }
        Findings findings = validation.of(given);
        RegisterRequest request = Objects.requireNonNull(given);
        Optional<CodeListEntry> type = checks.type(findings, request.typeCode());
        DescriptionChecks.Coded coded =
                checks.coded(
                        findings,
                        request.accessMode(),
                        request.confidenceLevel(),
                        request.urgency(),
                        request.languages());
        Optional<DocumentNumber> number = number(request, findings);
        dates(request, findings);
        NamedUpload.check(findings, request.files());
        further.accept(request, findings);
        findings.raise();
        return new RegistrationLine(
                request.typeCode(),
                type.map(CodeListEntry::labelVi).orElseThrow(),
                number.orElseThrow(),
                request.issuedDate(),
                text(request.issuerName()),
                text(request.subject()),
                coded.languages(),
                request.pageCount(),
                coded.accessMode(),
                coded.confidenceLevel(),
                coded.urgency(),
                VietnameseText.clean(request.signerPosition()),
                VietnameseText.clean(request.signerName()),
                request.dueDate(),
                VietnameseText.clean(request.keywords()),
                VietnameseText.clean(request.description()),
                VietnameseText.clean(request.assignee()));
    }

    private static String text(String mandatory) {
        return Objects.requireNonNull(VietnameseText.clean(mandatory));
    }

    private static Optional<DocumentNumber> number(RegisterRequest request, Findings findings) {
        String number = VietnameseText.clean(request.number());
        String notation = VietnameseText.clean(request.notation());
        if (number == null || notation == null) {
            return Optional.empty();
        }
        Optional<DocumentNumber> read = DocumentNumber.of(number, notation);
        findings.addUnless(read.isPresent(), "/number", "NUMBER_FORMAT", number + "/" + notation);
        return read;
    }

    private void dates(RegisterRequest request, Findings findings) {
        LocalDate issued = request.issuedDate();
        if (issued == null) {
            return;
        }
        findings.addUnless(!issued.isAfter(LegalDate.today(clock)), "/issuedDate", "IN_THE_FUTURE");
        findings.addUnless(
                !issued.isBefore(DescriptionChecks.EARLIEST), "/issuedDate", "TOO_EARLY");
        findings.addUnless(
                request.dueDate() == null || !request.dueDate().isBefore(issued),
                "/dueDate",
                "BEFORE_START");
    }
}
