package vn.hue.earchive.archive.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.pdfa.CheckPdfa;
import vn.hue.earchive.archive.pdfa.PdfaResult;
import vn.hue.earchive.archive.pdfa.PdfaSpool;
import vn.hue.earchive.document.events.SubmissionManifest;

/**
 * Looks at the bytes of one file while they pass to whoever reads them: feeds the virus scanner and
 * keeps the first bytes for the identification of the format. Keeps no more than {@link
 * FormatIdentifier#HEAD_BYTES} of them.
 */
final class FileInspection implements AutoCloseable {

    private final SubmissionManifest.File file;
    private final String docCode;
    private final VirusScanner.Scan scan;
    private final FormatIdentifier formats;
    private final CheckPdfa pdfa;
    private final boolean digitised;
    private final Optional<PdfaSpool> spool;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Check, CheckResult> checks = new EnumMap<>(Check.class);

    private byte[] head = new byte[0];
    private boolean ended;
    private long passed;
    private @Nullable PdfaResult pdfaResult;
    private @Nullable FileFormat format;
    private @Nullable Verdict verdict;

    FileInspection(
            SubmissionManifest.File file,
            String docCode,
            VirusScanner.Scan scan,
            FormatIdentifier formats,
            CheckPdfa pdfa,
            boolean digitised) {
        this.file = file;
        this.docCode = docCode;
        this.scan = scan;
        this.formats = formats;
        this.pdfa = pdfa;
        this.digitised = digitised;
        this.spool = pdfa.begin(digitised);
        checks.put(Check.DIGEST, CheckResult.NOT_CHECKED);
        checks.put(Check.VIRUS, CheckResult.NOT_SCANNED);
        checks.put(Check.FORMAT, CheckResult.NOT_CHECKED);
        checks.put(Check.SIGNATURE, CheckResult.NOT_CHECKED);
    }

    SubmissionManifest.File file() {
        return file;
    }

    /** The same bytes; what is read from the result is looked at. */
    InputStream tap(InputStream source) {
        return new FilterInputStream(source) {

            private final byte[] single = new byte[1];

            @Override
            public int read() throws IOException {
                return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = super.read(target, offset, length);
                if (count < 0) {
                    end();
                } else {
                    pass(target, offset, count);
                }
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                // Nothing passes unseen.
                byte[] skipped = new byte[(int) Math.min(count, 8192)];
                return Math.max(0, read(skipped, 0, skipped.length));
            }

            @Override
            public boolean markSupported() {
                return false;
            }

            @Override
            public void close() throws IOException {
                super.close();
                end();
            }
        };
    }

    private void pass(byte[] bytes, int offset, int length) {
        int wanted = Math.min(length, FormatIdentifier.HEAD_BYTES - head.length);
        if (wanted > 0) {
            int had = head.length;
            head = Arrays.copyOf(head, had + wanted);
            System.arraycopy(bytes, offset, head, had, wanted);
        }
        scan.feed(bytes, offset, length);
        passed += length;
        spool.ifPresent(pdf -> pdf.pass(bytes, offset, length));
    }

    private void end() {
        if (!ended) {
            ended = true;
            scan.end();
            // Of a file that broke off nothing is said.
            if (passed == file.description().size()) {
                pdfaResult = spool.flatMap(PdfaSpool::end).orElse(null);
            }
            spool.ifPresent(PdfaSpool::close);
            format = formats.identify(head, file.description().name());
            head = new byte[0];
        }
    }

    /** The bytes were compared with the manifest by whoever read them. */
    void digestsAgree() {
        checks.put(Check.DIGEST, CheckResult.PASSED);
    }

    /** The file is not what the manifest says, or is not there. */
    void digestFails(FindingCode code, String... details) {
        checks.put(Check.DIGEST, CheckResult.FAILED);
        var args = new ArrayList<String>();
        args.add(name());
        args.addAll(Arrays.asList(details));
        findings.add(
                Finding.ofFile(
                        code, docCode, file.description().fileId(), args.toArray(String[]::new)));
    }

    /** Waits for the scanner, so that it holds no connection longer than it must. */
    void awaitVerdict() {
        if (ended && verdict == null) {
            verdict = scan.verdict();
        }
    }

    /** All that can be said about the file; call after its last byte. */
    void conclude() {
        awaitVerdict();
        if (verdict != null) {
            conclude(verdict);
        }
        if (format != null) {
            conclude(format);
        }
        concludeSignature();
    }

    /**
     * The archive reports what the registration found; it does not check again. A person decides
     * about a bad signature, so it is told and does not send the dossier back.
     */
    private void concludeSignature() {
        String told = Objects.requireNonNullElse(file.signature(), "NOT_CHECKED");
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

    private void conclude(FileFormat format) {
        if (!format.accepted()) {
            found(CheckResult.FAILED, FindingCode.FORMAT_NOT_ACCEPTED, format.mediaType());
            return;
        }
        checks.put(Check.FORMAT, CheckResult.PASSED);
        String declared = essence(file.description().mediaType());
        if (declared != null && !declared.equals(format.mediaType())) {
            found(
                    CheckResult.WARNING,
                    FindingCode.FORMAT_DIFFERS_FROM_DECLARED,
                    declared,
                    format.mediaType());
        }
        if (format.isPdf()) {
            conclude(pdfaResult);
        }
    }

    /** PDF/A is demanded of what was digitised, and asked for otherwise (domain.md 3.1). */
    private void conclude(@Nullable PdfaResult result) {
        if (result == null) {
            found(CheckResult.WARNING, FindingCode.PDF_NOT_VERIFIED_AS_PDFA);
            return;
        }
        String clauses = String.join(", ", result.clauses());
        switch (result.outcome()) {
            case CONFORMS -> found(CheckResult.PASSED, FindingCode.PDFA_CONFORMS, result.flavour());
            case BROKEN, NOT_CLAIMED, UNREADABLE -> {
                if (digitised) {
                    boolean failed =
                            pdfa.demanded() || result.outcome() == PdfaResult.Outcome.BROKEN;
                    found(
                            failed ? CheckResult.FAILED : CheckResult.WARNING,
                            pdfa.demanded() ? FindingCode.PDFA_DEMANDED : FindingCode.PDFA_MISSING,
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
        checks.merge(code.check(), result, (had, now) -> now);
        var args = new ArrayList<String>();
        args.add(name());
        args.addAll(Arrays.asList(details));
        findings.add(
                Finding.ofFile(
                        code, docCode, file.description().fileId(), args.toArray(String[]::new)));
    }

    private String name() {
        return Objects.requireNonNullElse(file.description().name(), "?");
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    DossierReport.FileReport report() {
        return new DossierReport.FileReport(
                file.description().fileId(), docCode, name(), Map.copyOf(checks), format);
    }

    @Override
    public void close() {
        scan.close();
        spool.ifPresent(PdfaSpool::close);
    }
}
