package vn.hue.earchive.local.stack;

/** Where a stack says what it does, one line at a time; called from several threads. */
@FunctionalInterface
public interface Progress {

    void say(String line);
}
