package vn.hue.earchive.verifier;

/** Something in the bundle is not what it should be; the check ends here. */
final class Broken extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Broken(String vietnamese, String english) {
        super(english);
        this.finding = Finding.fails(vietnamese, english);
    }

    Finding finding() {
        return finding;
    }
}
