package vn.hue.earchive.archive.text;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How text is read from the files of the holdings. */
@ConfigMapping(prefix = "earchive.text")
public interface TextConfig {

    /** {@code earchive.text.enabled}: whether this instance reads texts. */
    @WithDefault("true")
    boolean enabled();

    /** {@code earchive.text.concurrency}: holdings that this instance reads at once. */
    @WithDefault("1")
    int concurrency();

    /** {@code earchive.text.poll}: how often it is looked whether something waits. */
    @WithDefault("PT2S")
    Duration poll();

    /**
     * {@code earchive.text.lease}: after this long without a page another worker goes on. Longer
     * than one page may take.
     */
    @WithDefault("PT5M")
    Duration lease();

    /** {@code earchive.text.first-retry}: pause after the first failed attempt. */
    @WithDefault("PT5S")
    Duration firstRetry();

    /** {@code earchive.text.longest-retry}: the pauses double up to this. */
    @WithDefault("PT15M")
    Duration longestRetry();

    /**
     * {@code earchive.text.generation}: raise it to have every text made anew, after the bucket was
     * lost or the reader was made better.
     */
    @WithDefault("1")
    int generation();

    /** {@code earchive.text.folder}: of the spool; the folder for temporary files by default. */
    Optional<String> folder();

    /** {@code earchive.text.max-bytes}: larger files are not looked into; 512 MiB. */
    @WithDefault("536870912")
    long maxBytes();

    /** {@code earchive.text.max-pages}: pages of one file that are read. */
    @WithDefault("2000")
    int maxPages();

    /** {@code earchive.text.max-characters}: of one file that are kept; 4 Mi. */
    @WithDefault("4194304")
    int maxCharacters();

    /** {@code earchive.text.max-page-characters}: of one page; 1 Mi, also for what has no pages. */
    @WithDefault("1048576")
    int maxPageCharacters();

    /** {@code earchive.text.heap-mb}: of each reading process. */
    @WithDefault("384")
    int heapMb();

    /** {@code earchive.text.start-limit}: until a reading process is ready. */
    @WithDefault("PT60S")
    Duration startLimit();

    /** {@code earchive.text.page-limit}: for opening a file, and for one page of it. */
    @WithDefault("PT30S")
    Duration pageLimit();

    /** {@code earchive.text.file-limit}: for one file, pictures included. */
    @WithDefault("PT2H")
    Duration fileLimit();

    /** {@code earchive.text.ocr.*}: how pictures are recognised. */
    Ocr ocr();

    /** How pictures are recognised. */
    interface Ocr {

        /** {@code earchive.text.ocr.enabled}: whether pictures are recognised at all. */
        @WithDefault("true")
        boolean enabled();

        /** {@code earchive.text.ocr.program}: Tesseract; where Debian puts it by default. */
        @WithDefault("/usr/bin/tesseract")
        String program();

        /** {@code earchive.text.ocr.time-limit}: for one picture; the program is ended then. */
        @WithDefault("PT90S")
        Duration timeLimit();

        /** {@code earchive.text.ocr.memory-mb}: address space of the program. */
        @WithDefault("1024")
        int memoryMb();

        /**
         * {@code earchive.text.ocr.max-pixels}: larger pictures are made smaller; an A4 page at 300
         * dpi has 8.7 million.
         */
        @WithDefault("12000000")
        long maxPixels();
    }
}
