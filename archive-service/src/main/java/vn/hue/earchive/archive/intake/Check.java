package vn.hue.earchive.archive.intake;

/** The checks of the intake (D30 Art 30.3b, C05 chapter IV as domain.md 4.5 gives them). */
enum Check {
    /** Malware, by clamd on the bytes as they pass. */
    VIRUS,
    /** Size, SHA-256 and CRC-32 of every file against the manifest. */
    DIGEST,
    /** Identified format against the list of the Circular (C05 annex table, domain.md 3). */
    FORMAT,
    /** PDF/A (ISO 19005) by veraPDF, of PDFs that claim it or have to be it (C05 Art 8). */
    PDFA,
    /** Electronic signature: as the registration found it, else as EU DSS finds it here. */
    SIGNATURE,
    /** Mandatory fields, code lists, identifiers and dates (domain.md 2.3, 2.4, 2.7, 2.8). */
    METADATA,
    /** Ordinals of the documents: 1 to n without gaps (domain.md 4.4). */
    ORDINALS
}
