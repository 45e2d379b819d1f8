package vn.hue.earchive.document.dossier;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How many documents of each confidence level a dossier holds, so that its own level follows from a
 * filing without reading what is there.
 */
@Embeddable
record Confidence(
        @Column(name = "born_digital_count") int bornDigital,
        @Column(name = "digitised_count") int digitised,
        @Column(name = "mixed_count") int mixed) {

    static final String BORN_DIGITAL = "01";
    static final String DIGITISED = "02";
    static final String MIXED = "03";

    static final Confidence NONE = new Confidence(0, 0, 0);

    /** With one document of this level more. */
    Confidence plus(String level) {
        return changed(level, 1);
    }

    /** With one document of this level less. */
    Confidence minus(String level) {
        return changed(level, -1);
    }

    private Confidence changed(String level, int by) {
        return switch (level) {
            case BORN_DIGITAL -> new Confidence(bornDigital + by, digitised, mixed);
            case DIGITISED -> new Confidence(bornDigital, digitised + by, mixed);
            case MIXED -> new Confidence(bornDigital, digitised, mixed + by);
            default ->
                    throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "confidence level %s", level));
        };
    }

    /** The one level of all documents, mixed when they differ, born digital when there are none. */
    String level() {
        long kinds = Stream.of(bornDigital, digitised, mixed).filter(n -> n > 0).count();
        if (kinds == 0) {
            return BORN_DIGITAL;
        }
        if (kinds > 1) {
            return MIXED;
        }
        return bornDigital > 0 ? BORN_DIGITAL : digitised > 0 ? DIGITISED : MIXED;
    }
}
