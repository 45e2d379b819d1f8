package vn.hue.earchive.document.print;

import java.util.function.Consumer;

/** Gives rows one after the other, so that no table has to be in memory as a whole. */
@FunctionalInterface
public interface Rows {

    Rows NONE = to -> {};

    void each(Consumer<Row> to);
}
