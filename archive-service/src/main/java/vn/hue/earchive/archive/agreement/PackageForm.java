package vn.hue.earchive.archive.agreement;

/** The forms of packages that another system may send (domain.md 3). */
public enum PackageForm {
    /** Dossiers, Circular 05/2025 Annex III. */
    SIP_HOSO,
    /** Loose documents, Annex IV. */
    SIP_TAILIEU,
    /** Described as the repealed Circular 02/2019 had it. */
    REPEALED_02_2019
}
