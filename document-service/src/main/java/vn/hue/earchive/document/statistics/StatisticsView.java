package vn.hue.earchive.document.statistics;

import java.time.Instant;
import java.util.List;

/**
 * The statistics of a year, 1 January to 31 December.
 *
 * @param form number of the form, {@code 0804} or {@code 0805}
 * @param countedAt they are counted anew with every request
 */
record StatisticsView(
        String form, String title, int year, Instant countedAt, List<Section> sections) {

    /**
     * What is counted.
     *
     * @param subject {@code incoming}, {@code outgoing} or {@code dossiers}
     * @param label in Vietnamese
     * @param total documents or dossiers; each breakdown adds up to it
     * @param pages of all of them
     * @param bytes of their files
     */
    record Section(
            String subject,
            String label,
            long total,
            long pages,
            long bytes,
            List<Breakdown> breakdowns) {}

    /**
     * The total, divided once.
     *
     * @param by {@code MEDIUM}, {@code TYPE}, {@code RETENTION} or {@code STATE}
     */
    record Breakdown(String by, String label, List<Count> counts) {}

    /** One part of the total. */
    record Count(String code, String label, long count) {}
}
