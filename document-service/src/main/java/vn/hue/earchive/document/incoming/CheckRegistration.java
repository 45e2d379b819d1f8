package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
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
    private final Clock clock;

    CheckRegistration(Validation validation, DescriptionChecks checks, Clock clock) {
        this.validation = validation;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @throws Problem STATE_SECRET_NOT_ALLOWED before anything else is looked at; VALIDATION_FAILED
     */
    RegistrationLine check(@Nullable RegisterRequest given) {
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
