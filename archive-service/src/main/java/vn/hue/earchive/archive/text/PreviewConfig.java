package vn.hue.earchive.archive.text;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How pages are drawn for those who look. */
@ConfigMapping(prefix = "earchive.preview")
interface PreviewConfig {

    /** {@code earchive.preview.processes}: pages that are drawn at once. */
    @WithDefault("1")
    int processes();

    /** {@code earchive.preview.patience}: how long a request waits for its turn. */
    @WithDefault("PT15S")
    Duration patience();

    /** {@code earchive.preview.folder}: of the spool; the folder for temporary files by default. */
    Optional<String> folder();

    /** {@code earchive.preview.max-bytes}: larger files are not drawn; 128 MiB. */
    @WithDefault("134217728")
    long maxBytes();

    /** {@code earchive.preview.pixels}: of a picture at most; an A4 page at 130 dpi has 1.6 M. */
    @WithDefault("1600000")
    long pixels();

    /** {@code earchive.preview.heap-mb}: of each process. */
    @WithDefault("256")
    int heapMb();

    /** {@code earchive.preview.start-limit}: until a process is ready. */
    @WithDefault("PT60S")
    Duration startLimit();

    /** {@code earchive.preview.time-limit}: for opening a file, and for drawing a page. */
    @WithDefault("PT20S")
    Duration timeLimit();
}
