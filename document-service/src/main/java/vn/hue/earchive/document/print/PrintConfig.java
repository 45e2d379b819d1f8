package vn.hue.earchive.document.print;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of printing. */
@ConfigMapping(prefix = "earchive.document.print")
public interface PrintConfig {

    /**
     * {@code earchive.document.print.max-rows}: rows of one paper. Some years of a commune; a
     * longer register is printed in parts.
     */
    @WithDefault("50000")
    int maxRows();

    /**
     * {@code earchive.document.print.at-once}: papers printed at the same time. Each holds a
     * database connection while it reads.
     */
    @WithDefault("4")
    int atOnce();

    /** {@code earchive.document.print.patience}: how long a request waits for its turn. */
    @WithDefault("PT20S")
    Duration patience();

    /** {@code earchive.document.print.longest}: how long the reading of one paper may take. */
    @WithDefault("PT5M")
    Duration longest();
}
