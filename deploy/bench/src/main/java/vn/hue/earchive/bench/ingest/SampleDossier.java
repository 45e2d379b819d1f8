package vn.hue.earchive.bench.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import vn.hue.earchive.bench.suite.Sha256;

/**
 * A dossier to be ingested: made before the clock starts, different from every other one ever made.
 *
 * @param notation unique within the agency and year, at most 20 characters
 * @param word a made-up word in the title by which this dossier alone is found
 */
record SampleDossier(String notation, String title, String word, List<SampleDocument> documents) {

    /**
     * A document with one file.
     *
     * @param number number on the document; with the notation unique in the agency
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes to send: never compared, never changed
    record SampleDocument(
            String number,
            String notation,
            LocalDate issuedOn,
            String subject,
            byte[] pdf,
            String sha256) {}

    /** Makes the dossiers of one round. */
    static List<SampleDossier> round(Round round, IngestOptions options) {
        SplittableRandom random = new SplittableRandom(round.probe().hashCode());
        return IntStream.range(0, options.dossiers())
                .mapToObj(index -> of(round, index, options, random))
                .toList();
    }

    /**
     * Which round it is.
     *
     * @param run made-up word of the run
     * @param today issue date of all documents, so that no dossier is younger than its documents
     */
    record Round(String run, int number, LocalDate today) {

        /**
         * A word in the subject of each dossier's first document: by it the round waits for the
         * index with one question.
         */
        String probe() {
            return run + MadeUpWord.of(number);
        }
    }

    private static SampleDossier of(
            Round round, int index, IngestOptions options, SplittableRandom random) {
        String word = round.probe() + MadeUpWord.of(index);
        String notation =
                String.format(
                        Locale.ROOT,
                        "%s.%d.%d",
                        round.run().toUpperCase(Locale.ROOT),
                        round.number(),
                        index);
        List<SampleDocument> documents =
                IntStream.rangeClosed(1, options.files())
                        .mapToObj(ordinal -> {
                            byte[] pdf =
                                    PdfFile.of(
                                            options.fileBytes(),
                                            "Benchmark " + word + " file " + ordinal,
                                            random);
                            return new SampleDocument(
                                    Integer.toString(ordinal),
                                    "BC-" + notation,
                                    round.today(),
                                    "Báo cáo đo kiểm hiệu năng số "
                                            + ordinal
                                            + " của lô "
                                            + (ordinal == 1 ? round.probe() : word),
                                    pdf,
                                    Sha256.of(pdf));
                        })
                        .toList();
        return new SampleDossier(notation, "Hồ sơ đo kiểm hiệu năng lô " + word, word, documents);
    }
}
