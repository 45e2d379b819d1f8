package vn.hue.earchive.document.registerclosing;

import java.time.Instant;
import java.util.UUID;

/**
 * What a check of a seal has found, now.
 *
 * @param intact true when nothing that was sealed has changed and every difference of today's
 *     register is explained
 * @param contentIntact the kept lines have the sealed digest
 * @param pdfIntact the kept print has the sealed digest
 * @param changedLines lines of today's register that are not as they were sealed, came later or are
 *     gone
 * @param unexplainedLines those of them without an amendment
 * @param amendments changes and notes since the closing
 */
record SealView(
        UUID closingId,
        boolean intact,
        boolean contentIntact,
        boolean pdfIntact,
        long changedLines,
        long unexplainedLines,
        long amendments,
        String contentSha256,
        String pdfSha256,
        Instant checkedAt) {}
