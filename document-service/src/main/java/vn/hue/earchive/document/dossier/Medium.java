package vn.hue.earchive.document.dossier;

import java.util.Arrays;
import java.util.Optional;

/** What a dossier consists of. */
enum Medium {
    /** Files only; scans of paper that is kept elsewhere are files. */
    DIGITAL,
    /** Paper only: its items are registered without files. */
    PAPER,
    /** Files and paper that is not scanned. */
    HYBRID;

    static Optional<Medium> of(String code) {
        return Arrays.stream(values()).filter(m -> m.name().equals(code)).findFirst();
    }

    boolean hasPaper() {
        return this != DIGITAL;
    }
}
