package vn.hue.earchive.archive.sip;

/** What is read is refused; carries the reason, never content. */
public final class SipRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient SipFinding finding;

    public SipRefused(SipFinding finding) {
        super(finding.code().name());
        this.finding = finding;
    }

    static SipRefused of(SipCode code, Object... args) {
        return new SipRefused(SipFinding.of(code, null, args));
    }

    static SipRefused at(SipCode code, String path, Object... args) {
        return new SipRefused(SipFinding.of(code, path, args));
    }

    public SipFinding finding() {
        return finding;
    }
}
