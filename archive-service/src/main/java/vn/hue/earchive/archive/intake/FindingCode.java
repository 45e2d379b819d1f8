package vn.hue.earchive.archive.intake;

/**
 * Everything that the intake can find. Codes are stable and never reused; the messages stand in
 * {@code findings_vi.properties} and {@code findings_en.properties}.
 */
enum FindingCode {
    FIELD_MISSING(Check.METADATA, Severity.ERROR),
    FIELD_TOO_LONG(Check.METADATA, Severity.ERROR),
    CODE_UNKNOWN(Check.METADATA, Severity.ERROR),
    FILE_CODE_INVALID(Check.METADATA, Severity.ERROR),
    DOC_CODE_INVALID(Check.METADATA, Severity.ERROR),
    DATES_REVERSED(Check.METADATA, Severity.ERROR),
    DATE_IN_FUTURE(Check.METADATA, Severity.ERROR),
    DATE_OUTSIDE_DOSSIER(Check.METADATA, Severity.WARNING),
    PAGE_COUNT_INVALID(Check.METADATA, Severity.ERROR),
    PAPER_FILE_CODE_MISSING(Check.METADATA, Severity.ERROR),
    STATE_SECRET_NOT_ALLOWED(Check.METADATA, Severity.ERROR),
    DOCUMENT_COUNT_MISMATCH(Check.METADATA, Severity.ERROR),
    DOSSIER_EMPTY(Check.METADATA, Severity.ERROR),
    MAIN_FILE_MISSING(Check.METADATA, Severity.ERROR),
    FILE_DESCRIPTION_INVALID(Check.METADATA, Severity.ERROR),
    PACKAGE_FIELD_INVALID(Check.METADATA, Severity.ERROR),
    ALREADY_IN_CUSTODY(Check.METADATA, Severity.ERROR),
    ORDINALS_NOT_CONTINUOUS(Check.ORDINALS, Severity.ERROR),
    FILE_NOT_FOUND(Check.DIGEST, Severity.ERROR),
    SIZE_MISMATCH(Check.DIGEST, Severity.ERROR),
    DIGEST_MISMATCH(Check.DIGEST, Severity.ERROR),
    CRC_MISMATCH(Check.DIGEST, Severity.ERROR),
    VIRUS_FOUND(Check.VIRUS, Severity.ERROR),
    NOT_SCANNED(Check.VIRUS, Severity.NOTE),
    TOO_LARGE_TO_SCAN(Check.VIRUS, Severity.WARNING),
    FORMAT_NOT_ACCEPTED(Check.FORMAT, Severity.ERROR),
    FORMAT_NOT_AGREED(Check.FORMAT, Severity.ERROR),
    FILE_LARGER_THAN_AGREED(Check.FORMAT, Severity.ERROR),
    FORMAT_VERSION_NOT_LISTED(Check.FORMAT, Severity.WARNING),
    FORMAT_AMBIGUOUS(Check.FORMAT, Severity.WARNING),
    FORMAT_NOT_IN_PRONOM(Check.FORMAT, Severity.WARNING),
    PRONOM_NOT_ASKED(Check.FORMAT, Severity.WARNING),
    EXTENSION_DIFFERS(Check.FORMAT, Severity.WARNING),
    FORMAT_DIFFERS_FROM_DECLARED(Check.FORMAT, Severity.WARNING),
    PDF_NOT_VERIFIED_AS_PDFA(Check.FORMAT, Severity.WARNING),
    PDFA_CONFORMS(Check.PDFA, Severity.NOTE),
    PDFA_BROKEN(Check.PDFA, Severity.WARNING),
    PDFA_MISSING(Check.PDFA, Severity.WARNING),
    PDFA_DEMANDED(Check.PDFA, Severity.ERROR),
    PDFA_NOT_CHECKED(Check.PDFA, Severity.WARNING),
    SIGNATURE_GOOD(Check.SIGNATURE, Severity.NOTE),
    SIGNATURE_UNDECIDED(Check.SIGNATURE, Severity.WARNING),
    SIGNATURE_BAD(Check.SIGNATURE, Severity.WARNING),
    SIGNED_AT_REGISTRATION(Check.SIGNATURE, Severity.NOTE),
    SIGNATURE_INDETERMINATE_AT_REGISTRATION(Check.SIGNATURE, Severity.WARNING),
    SIGNATURE_INVALID_AT_REGISTRATION(Check.SIGNATURE, Severity.WARNING);

    /** An error sends the dossier back; a warning and a note are recorded only. */
    enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    private final Check check;
    private final Severity severity;

    FindingCode(Check check, Severity severity) {
        this.check = check;
        this.severity = severity;
    }

    Check check() {
        return check;
    }

    Severity severity() {
        return severity;
    }
}
