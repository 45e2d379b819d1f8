package vn.hue.earchive.archive.pdfa;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How PDF/A is checked. */
@ConfigMapping(prefix = "earchive.pdfa")
public interface PdfaConfig {

    /** {@code earchive.pdfa.enabled}: whether PDFs that claim PDF/A are looked into at all. */
    @WithDefault("true")
    boolean enabled();

    /**
     * {@code earchive.pdfa.demanded}: whether a digitised document (confidence level 02) that is no
     * valid PDF/A sends its dossier back; otherwise it is a warning.
     */
    @WithDefault("false")
    boolean demanded();

    /** {@code earchive.pdfa.processes}: files looked into at the same time. */
    @WithDefault("1")
    int processes();

    /** {@code earchive.pdfa.heap-mb}: of each process. */
    @WithDefault("256")
    int heapMb();

    /** {@code earchive.pdfa.time-limit}: for one file; its process is ended then. */
    @WithDefault("PT30S")
    Duration timeLimit();
}
