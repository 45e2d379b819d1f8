package vn.hue.earchive.archive.spool;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where and how much of a file is kept while it is looked into. */
@ConfigMapping(prefix = "earchive.spool")
public interface SpoolConfig {

    /** {@code earchive.spool.folder}: the folder for temporary files by default. */
    Optional<String> folder();

    /**
     * {@code earchive.spool.max-bytes}: of a larger file only the first and the last bytes are
     * kept; 128 MiB.
     */
    @WithDefault("134217728")
    long maxBytes();
}
