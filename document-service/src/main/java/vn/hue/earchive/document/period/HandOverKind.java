package vn.hue.earchive.document.period;

/** What decides how long a unit may keep a dossier after the work. */
public enum HandOverKind {
    /** Kept electronically: 60 days after the end of the work. */
    DIGITAL("agencyArchive.digital"),
    /** Of construction works: 3 months after the final settlement. */
    CONSTRUCTION("agencyArchive.construction"),
    /** Kept on paper: 1 year after the end of the work. */
    PAPER("agencyArchive.paper");

    private final String rule;

    HandOverKind(String rule) {
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
