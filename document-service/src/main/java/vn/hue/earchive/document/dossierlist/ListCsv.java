package vn.hue.earchive.document.dossierlist;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/**
 * Reads lines of a dossier list from CSV: UTF-8 (with or without a byte order mark), commas, column
 * names in the first line. Faults of the form are findings; what the lines say is judged by {@link
 * ListLines}.
 */
final class ListCsv {

    private static final List<String> MANDATORY = List.of("notation", "title", "retentionRuleCode");
    private static final Set<String> OPTIONAL = Set.of("maker", "note");

    /** Lines that one cell may span: an open quote must not swallow the file. */
    private static final int MULTILINE = 5;

    private ListCsv() {}

    /**
     * A line of the file.
     *
     * @param number from 1, the header
     */
    record Row(int number, GivenLine given) {}

    static List<Row> read(InputStream csv, Findings findings) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (CSVReader reader =
                new CSVReaderBuilder(new InputStreamReader(csv, decoder))
                        .withMultilineLimit(MULTILINE)
                        .build()) {
            return rows(reader, findings);
        } catch (CsvValidationException | CharacterCodingException e) {
            findings.add("/lines", "NOT_CSV");
            return List.of();
        }
    }

    private static List<Row> rows(CSVReader reader, Findings findings)
            throws IOException, CsvValidationException {
        Map<String, Integer> columns = columns(reader.readNext(), findings);
        List<Row> rows = new ArrayList<>();
        if (!findings.isEmpty()) {
            return rows;
        }
        for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
            if (rows.size() == ListLines.MAX) {
                findings.add("/lines", "TOO_MANY_LINES", String.valueOf(ListLines.MAX));
                return rows;
            }
            if (cells.length == 1 && cells[0].isBlank()) {
                continue;
            }
            rows.add(
                    new Row(
                            (int) reader.getLinesRead(),
                            new GivenLine(
                                    cell(cells, columns.get("notation")),
                                    cell(cells, columns.get("title")),
                                    cell(cells, columns.get("retentionRuleCode")),
                                    cell(cells, columns.get("maker")),
                                    cell(cells, columns.get("note")))));
        }
        findings.addUnless(!rows.isEmpty(), "/lines", "NO_LINES");
        return rows;
    }

    private static Map<String, Integer> columns(String @Nullable [] header, Findings findings) {
        Map<String, Integer> columns = new HashMap<>();
        if (header == null) {
            findings.add("/lines", "NOT_CSV");
            return columns;
        }
        for (int i = 0; i < header.length; i++) {
            String name = header[i].replace("\ufeff", "").strip();
            findings.addUnless(
                    MANDATORY.contains(name) || OPTIONAL.contains(name),
                    "/lines/1",
                    "UNKNOWN_COLUMN",
                    name);
            findings.addUnless(columns.put(name, i) == null, "/lines/1", "DUPLICATE_CODE", name);
        }
        for (String name : MANDATORY) {
            findings.addUnless(columns.containsKey(name), "/lines/1", "MISSING_COLUMN", name);
        }
        return columns;
    }

    private static @Nullable String cell(String[] cells, @Nullable Integer index) {
        return index == null || index >= cells.length ? null : VietnameseText.clean(cells[index]);
    }
}
