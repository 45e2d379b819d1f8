package vn.hue.earchive.document.year;

import com.opencsv.CSVReaderHeaderAware;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * A matter that a ward has every year, with the documents that it brings: public types, the wording
 * of public documents, nobody's data.
 *
 * @param rule line of the sample retention schedule
 * @param unit that handles it
 */
record Matter(
        String notation,
        String rule,
        String unit,
        String title,
        List<Document> incoming,
        List<Document> outgoing) {

    private static final List<String> PLACES =
            List.of(
                    "tổ dân phố 1",
                    "tổ dân phố 2",
                    "tổ dân phố 5",
                    "tổ dân phố 7",
                    "tổ dân phố 9",
                    "tổ dân phố 12",
                    "tổ dân phố 14",
                    "tổ dân phố 18");

    /**
     * A kind of document of a matter.
     *
     * @param type code list {@code document-type}
     * @param sender abbreviation of who issues an incoming one
     * @param name of who issues it
     * @param subject with {@code {month}}, {@code {quarter}}, {@code {place}} and {@code {n}}
     */
    record Document(String type, String sender, String name, String subject) {

        String subjectOn(LocalDate day, int n, Random random) {
            return subject.replace("{month}", String.valueOf(day.getMonthValue()))
                    .replace("{quarter}", roman((day.getMonthValue() + 2) / 3))
                    .replace("{place}", PLACES.get(random.nextInt(PLACES.size())))
                    .replace("{n}", String.valueOf(n));
        }

        private static String roman(int quarter) {
            return List.of("I", "II", "III", "IV").get(quarter - 1);
        }
    }

    /** All of them, in the order of the dossier list. */
    static List<Matter> all() {
        List<Map<String, String>> documents = read("documents.csv");
        return read("matters.csv").stream()
                .map(m ->
                        new Matter(
                                get(m, "notation"),
                                get(m, "rule"),
                                get(m, "unit"),
                                get(m, "title"),
                                of(documents, get(m, "notation"), "IN"),
                                of(documents, get(m, "notation"), "OUT")))
                .toList();
    }

    private static List<Document> of(
            List<Map<String, String>> documents, String matter, String way) {
        return documents.stream()
                .filter(d -> get(d, "matter").equals(matter) && get(d, "way").equals(way))
                .map(d ->
                        new Document(
                                get(d, "type"),
                                get(d, "sender"),
                                get(d, "name"),
                                get(d, "subject")))
                .toList();
    }

    private static String get(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static List<Map<String, String>> read(String file) {
        try (Reader in =
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Matter.class.getResourceAsStream("/year/" + file)),
                                StandardCharsets.UTF_8);
                CSVReaderHeaderAware rows = new CSVReaderHeaderAware(in)) {
            List<Map<String, String>> all = new ArrayList<>();
            for (Map<String, String> row = rows.readMap(); row != null; row = rows.readMap()) {
                all.add(row);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CsvValidationException e) {
            throw new IllegalStateException(e);
        }
    }
}
