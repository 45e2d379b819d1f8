package vn.hue.earchive.archive.sip;

/**
 * Why a package, or one dossier of it, is refused. Codes are stable and never reused; the messages
 * stand in {@code findings_vi.properties} and {@code findings_en.properties}.
 */
public enum SipCode {
    /** The bytes are not those that were announced. */
    PACKAGE_DIGEST_MISMATCH,
    /** No central directory at the end: no ZIP, or not all of it. */
    ZIP_TRUNCATED,
    /** The directory contradicts itself or the entries. */
    ZIP_DAMAGED,
    /** Spread over several files. */
    ZIP_SPLIT,
    ZIP_ENCRYPTED,
    /** Neither stored nor deflated. */
    ZIP_METHOD_UNSUPPORTED,
    ZIP_TOO_MANY_ENTRIES,
    /** One entry is larger than is taken. */
    ZIP_ENTRY_TOO_LARGE,
    /** Unpacked, it is larger than is taken. */
    ZIP_TOTAL_TOO_LARGE,
    /** An entry unpacks to too many times its size. */
    ZIP_RATIO_EXCEEDED,
    /** Two entries share bytes. */
    ZIP_ENTRIES_OVERLAP,
    /** A name that leaves the package, or looks like another one. */
    ZIP_NAME_UNSAFE,
    ZIP_NAME_DUPLICATE,
    /** A link or a device, not a file. */
    ZIP_LINK,
    /** The content of an entry has another CRC-32 or size than the directory says. */
    ZIP_ENTRY_DAMAGED,
    /** There is no package in it. */
    METS_MISSING,
    METS_INVALID,
    XML_TOO_LARGE,
    XML_MALFORMED,
    /** A document type or an entity: neither is ever followed. */
    XML_DTD_REFUSED,
    /** Neither SIP nor AIP. */
    PACKAGE_TYPE_UNSUPPORTED,
    /** No description of the dossier that can be mapped to the fields of the Circular. */
    EAD_NOT_FOUND,
    /** A file of the representation that no description speaks of. */
    FILE_WITHOUT_DESCRIPTION,
    /** A description of a kind that this archive does not take in this way. */
    ITEM_KIND_UNSUPPORTED,
    /** METS names it, it is not there. */
    FILE_MISSING,
    /** It is there, METS does not name it. */
    FILE_UNLISTED,
    FILE_SIZE_MISMATCH,
    FILE_DIGEST_MISMATCH,
    /** METS gives no digest, or one that proves nothing today. */
    FILE_DIGEST_UNUSABLE,
    /** Content that lies somewhere else. */
    CONTENT_BY_REFERENCE,
    /** A date that is none. */
    DATE_INVALID,
    /** A number that is none. */
    NUMBER_INVALID,
    /** The agency has not agreed on packages of this form. */
    FORM_NOT_AGREED,
    /** Two packages of one ZIP are the same dossier. */
    DOSSIER_TWICE
}
