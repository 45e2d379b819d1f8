package vn.hue.earchive.document.incoming;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.codelist.CodeListEntry;
import vn.hue.earchive.document.codelist.CodeLists;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.time.LegalDate;

/** Judges a registration before anything is changed; reports every finding at once. */
@ApplicationScoped
class CheckRegistration {

    private static final LocalDate EARLIEST = LocalDate.of(1945, 9, 2);

    private final Validation validation;
    private final CodeLists codes;
    private final Clock clock;

    CheckRegistration(Validation validation, CodeLists codes, Clock clock) {
        this.validation = validation;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @throws Problem STATE_SECRET_NOT_ALLOWED before anything else is looked at; VALIDATION_FAILED
     */
    RegistrationLine check(@Nullable RegisterRequest given) {
        if (given != null
                && (!"NONE".equals(Objects.requireNonNullElse(given.securityClass(), "NONE"))
                        || CodeLists.SECRET.equals(given.accessMode()))) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        Findings findings = validation.of(given);
        RegisterRequest request = Objects.requireNonNull(given);
        Optional<CodeListEntry> type =
                Optional.ofNullable(request.typeCode())
                        .flatMap(code -> codes.find(CodeLists.DOCUMENT_TYPE, code));
        if (request.typeCode() != null) {
            codes.check(findings, CodeLists.DOCUMENT_TYPE, request.typeCode(), "/typeCode");
        }
        String accessMode = Objects.requireNonNullElse(request.accessMode(), "01");
        codes.check(findings, CodeLists.MODE, accessMode, "/accessMode");
        String confidence = Objects.requireNonNullElse(request.confidenceLevel(), "01");
        codes.check(findings, CodeLists.CONFIDENCE_LEVEL, confidence, "/confidenceLevel");
        String urgency = Objects.requireNonNullElse(request.urgency(), "0");
        codes.check(findings, CodeLists.URGENCY, urgency, "/urgency");
        List<String> languages =
                request.languages() == null || request.languages().isEmpty()
                        ? List.of("01")
                        : request.languages();
        for (int i = 0; i < languages.size(); i++) {
            codes.check(findings, CodeLists.LANGUAGE, languages.get(i), "/languages/" + i);
        }
        Optional<DocumentNumber> number = number(request, findings);
        dates(request, findings);
        files(request, findings);
        findings.raise();
        return new RegistrationLine(
                request.typeCode(),
                type.map(CodeListEntry::labelVi).orElseThrow(),
                number.orElseThrow(),
                request.issuedDate(),
                text(request.issuerName()),
                text(request.subject()),
                languages,
                request.pageCount(),
                accessMode,
                confidence,
                urgency,
                VietnameseText.clean(request.signerPosition()),
                VietnameseText.clean(request.signerName()),
                request.dueDate(),
                VietnameseText.clean(request.keywords()),
                VietnameseText.clean(request.description()));
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
        findings.addUnless(!issued.isBefore(EARLIEST), "/issuedDate", "TOO_EARLY");
        findings.addUnless(
                request.dueDate() == null || !request.dueDate().isBefore(issued),
                "/dueDate",
                "BEFORE_START");
    }

    private static void files(RegisterRequest request, Findings findings) {
        if (request.files() == null) {
            return;
        }
        long mains = 0;
        for (int i = 0; i < request.files().size(); i++) {
            String role = roleOf(request.files(), i);
            findings.addUnless(
                    role.equals("MAIN") || role.equals("ATTACHMENT"),
                    "/files/" + i + "/role",
                    "UNKNOWN_CODE",
                    role,
                    "MAIN, ATTACHMENT");
            mains += role.equals("MAIN") ? 1 : 0;
        }
        findings.addUnless(request.files().isEmpty() || mains == 1, "/files", "ONE_MAIN_FILE");
        long distinct =
                request.files().stream().map(RegisterRequest.File::uploadId).distinct().count();
        findings.addUnless(distinct == request.files().size(), "/files", "SAME_UPLOAD_TWICE");
    }

    static String roleOf(List<RegisterRequest.File> files, int index) {
        String role = files.get(index).role();
        return role != null ? role : index == 0 ? "MAIN" : "ATTACHMENT";
    }
}
