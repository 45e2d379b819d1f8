package vn.hue.earchive.local.component;

/**
 * What a stack is for; decides memory, how eagerly code is compiled, and whether data must survive.
 */
public enum Profile {
    /**
     * {@code deploy/up}: data is kept and written durably, servers may use the optimising compiler.
     */
    LOCAL,
    /** One build's tests: data is thrown away, start-up time and memory count. */
    TEST;

    public boolean keepsData() {
        return this == LOCAL;
    }
}
