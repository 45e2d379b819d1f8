package vn.hue.earchive.document.dossier;

import java.util.Collection;

/** Confidence level of a dossier (code list {@code confidence-level}). */
final class Confidence {

    static final String BORN_DIGITAL = "01";
    static final String DIGITISED = "02";
    private static final String MIXED = "03";

    private Confidence() {}

    /** The one level of all documents, mixed when they differ, born digital when there are none. */
    static String of(Collection<String> documents) {
        return switch ((int) documents.stream().distinct().count()) {
            case 0 -> BORN_DIGITAL;
            case 1 -> documents.iterator().next();
            default -> MIXED;
        };
    }
}
