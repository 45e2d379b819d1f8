package vn.hue.earchive.archive.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.agreement.AgreementTerms;
import vn.hue.earchive.archive.pdfa.PdfaResult;
import vn.hue.earchive.archive.signature.FileSignatures;
import vn.hue.earchive.document.events.SubmissionManifest;

/** Makes checks and findings of what was seen of one file. */
final class FileConclusion {

    private static final String PROCESS_TRACE = "PROCESS_TRACE";

    private final SubmissionManifest.File file;
    private final String docCode;
    private final FormatIdentifier formats;
    private final AgreementTerms terms;
    private final boolean digitised;
    private final boolean pdfaDemanded;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Check, CheckResult> checks = new EnumMap<>(Check.class);
    private @Nullable FileFormat format;
    private @Nullable FileSignatures signatures;

    FileConclusion(
            SubmissionManifest.File file,
            String docCode,
            FormatIdentifier formats,
            AgreementTerms terms,
            boolean digitised,
            boolean pdfaDemanded) {
        this.file = file;
        this.docCode = docCode;
        this.formats = formats;
        this.terms = terms;
        this.digitised = digitised;
        this.pdfaDemanded = pdfaDemanded;
        checks.put(Check.DIGEST, CheckResult.NOT_CHECKED);
        checks.put(Check.VIRUS, CheckResult.NOT_SCANNED);
        checks.put(Check.FORMAT, CheckResult.NOT_CHECKED);
        checks.put(Check.SIGNATURE, CheckResult.NOT_CHECKED);
    }

    /** The bytes were compared with the manifest by whoever read them. */
    void digestsAgree() {
        checks.put(Check.DIGEST, CheckResult.PASSED);
    }

    /** The file is not what the manifest says, or is not there. */
    void digestFails(FindingCode code, String... details) {
        found(CheckResult.FAILED, code, details);
    }

    /**
     * All that can be said; call once.
     *
     * @param verdict null when the file was not read to its end
     * @param seen null like the verdict, or when the file broke off
     * @param head its first bytes
     */
    void conclude(@Nullable Verdict verdict, FileLooks.@Nullable Seen seen, byte[] head) {
        if (verdict != null) {
            conclude(verdict);
        }
        if (seen != null) {
            signatures = seen.signatures();
            conclude(seen, head);
        }
        concludeSignature();
    }

    /** Whether the registration has looked for signatures already. */
    boolean signatureTold() {
        return file.signature() != null && !file.signature().equals("NOT_CHECKED");
    }

    /**
     * What the registration found is reported and not checked again; what nobody has looked into is
     * looked into here. A person decides about a bad signature, so it is told and does not send the
     * dossier back; an unsigned document is never refused for it.
     */
    private void concludeSignature() {
        if (!signatureTold()) {
            if (signatures != null) {
                conclude(signatures);
            }
            return;
        }
        String told = Objects.requireNonNull(file.signature());
        switch (told) {
            case "NO_SIGNATURE" -> checks.put(Check.SIGNATURE, CheckResult.PASSED);
            case "VALID", "VALID_AT_TIME" ->
                    found(CheckResult.PASSED, FindingCode.SIGNED_AT_REGISTRATION, told);
            case "INDETERMINATE" ->
                    found(CheckResult.WARNING, FindingCode.SIGNATURE_INDETERMINATE_AT_REGISTRATION);
            case "INVALID" ->
                    found(CheckResult.FAILED, FindingCode.SIGNATURE_INVALID_AT_REGISTRATION);
            default -> checks.put(Check.SIGNATURE, CheckResult.NOT_CHECKED);
        }
    }

    private void conclude(FileSignatures found) {
        switch (found.result()) {
            case NO_SIGNATURE -> checks.put(Check.SIGNATURE, CheckResult.PASSED);
            case VALID, VALID_AT_TIME ->
                    found(
                            CheckResult.PASSED,
                            FindingCode.SIGNATURE_GOOD,
                            found.result().name(),
                            found.why());
            case INDETERMINATE ->
                    found(CheckResult.WARNING, FindingCode.SIGNATURE_UNDECIDED, found.why());
            case INVALID -> found(CheckResult.FAILED, FindingCode.SIGNATURE_BAD, found.why());
            case NOT_CHECKED -> checks.put(Check.SIGNATURE, CheckResult.NOT_CHECKED);
        }
    }

    private void conclude(Verdict verdict) {
        switch (verdict) {
            case Verdict.Clean() -> checks.put(Check.VIRUS, CheckResult.PASSED);
            case Verdict.Infected(String signature) ->
                    found(CheckResult.FAILED, FindingCode.VIRUS_FOUND, signature);
            case Verdict.NotScanned() -> found(CheckResult.NOT_SCANNED, FindingCode.NOT_SCANNED);
            case Verdict.TooLarge() ->
                    found(CheckResult.NOT_SCANNED, FindingCode.TOO_LARGE_TO_SCAN);
        }
    }

    private void conclude(FileLooks.Seen seen, byte[] head) {
        PdfaResult pdfa = seen.pdfa();
        String flavour =
                pdfa != null && pdfa.outcome() == PdfaResult.Outcome.CONFORMS
                        ? pdfa.flavour()
                        : null;
        FormatIdentifier.Identified identified =
                formats.identify(head, file.description().name(), seen.pronom(), flavour);
        FileFormat told = identified.format();
        format = told;
        checks.put(Check.FORMAT, CheckResult.PASSED);
        for (FormatIdentifier.Note note : identified.notes()) {
            boolean refused = note.code().severity() == FindingCode.Severity.ERROR;
            found(
                    refused ? CheckResult.FAILED : CheckResult.WARNING,
                    note.code(),
                    note.args().toArray(String[]::new));
        }
        if (!told.accepted()) {
            return;
        }
        String declared = essence(file.description().mediaType());
        if (declared != null && !declared.equals(told.mediaType())) {
            found(
                    CheckResult.WARNING,
                    FindingCode.FORMAT_DIFFERS_FROM_DECLARED,
                    declared,
                    told.mediaType());
        }
        concludeAgreement(told);
        if (pdfa != null) {
            conclude(pdfa);
        }
    }

    /** What the agency has agreed on beyond what the archive asks of all. */
    private void concludeAgreement(FileFormat told) {
        boolean trace = PROCESS_TRACE.equals(file.description().role());
        if (!trace && !terms.takes(told.puid())) {
            found(
                    CheckResult.FAILED,
                    FindingCode.FORMAT_NOT_AGREED,
                    Objects.requireNonNullElse(told.puid(), told.mediaType()));
        }
        Long most = terms.maxFileBytes();
        if (most != null && file.description().size() > most) {
            found(
                    CheckResult.FAILED,
                    FindingCode.FILE_LARGER_THAN_AGREED,
                    String.valueOf(file.description().size()),
                    String.valueOf(most));
        }
    }

    /** PDF/A is demanded of what was digitised, and asked for otherwise (domain.md 3.1). */
    private void conclude(PdfaResult result) {
        String clauses = String.join(", ", result.clauses());
        switch (result.outcome()) {
            case CONFORMS -> found(CheckResult.PASSED, FindingCode.PDFA_CONFORMS, result.flavour());
            case BROKEN, NOT_CLAIMED, UNREADABLE -> {
                if (digitised) {
                    boolean failed = pdfaDemanded || result.outcome() == PdfaResult.Outcome.BROKEN;
                    found(
                            failed ? CheckResult.FAILED : CheckResult.WARNING,
                            pdfaDemanded ? FindingCode.PDFA_DEMANDED : FindingCode.PDFA_MISSING,
                            clauses.isEmpty() ? result.outcome().name() : clauses);
                } else if (result.outcome() == PdfaResult.Outcome.NOT_CLAIMED) {
                    found(CheckResult.WARNING, FindingCode.PDF_NOT_VERIFIED_AS_PDFA);
                } else {
                    found(
                            CheckResult.FAILED,
                            FindingCode.PDFA_BROKEN,
                            clauses.isEmpty() ? result.outcome().name() : clauses);
                }
            }
            case TOO_LARGE, TIMED_OUT, OUT_OF_MEMORY, NOT_RUN ->
                    found(
                            CheckResult.NOT_CHECKED,
                            FindingCode.PDFA_NOT_CHECKED,
                            result.outcome().name());
        }
    }

    /** Media type without parameters; null when none was declared that says something. */
    private static @Nullable String essence(@Nullable String mediaType) {
        if (mediaType == null || mediaType.isBlank()) {
            return null;
        }
        String bare = mediaType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        return bare.equals("application/octet-stream") ? null : bare;
    }

    private void found(CheckResult result, FindingCode code, String... details) {
        // Of several findings of one check the gravest counts.
        checks.merge(
                code.check(),
                result,
                (had, now) -> had == CheckResult.NOT_CHECKED ? now : had.worse(now));
        var args = new ArrayList<String>();
        args.add(name());
        args.addAll(Arrays.asList(details));
        findings.add(
                Finding.ofFile(
                        code, docCode, file.description().fileId(), args.toArray(String[]::new)));
    }

    /** For a person to read. */
    String name() {
        return Objects.requireNonNullElse(file.description().name(), "?");
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    DossierReport.FileReport report() {
        return new DossierReport.FileReport(
                file.description().fileId(),
                docCode,
                name(),
                file.description().size(),
                file.description().sha256(),
                Map.copyOf(checks),
                format,
                signatures != null && signatures.found() ? signatures : null);
    }
}
