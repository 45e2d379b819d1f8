package vn.hue.earchive.document.retention;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/**
 * Reads a retention schedule from CSV (UTF-8, comma, header line with the column names of the
 * sample), line by line. Every fault is a finding that points at {@code /lines/{n}/{column}}; line
 * 1 is the header.
 */
final class ScheduleCsv {

    private static final List<String> MANDATORY =
            List.of(
                    "code",
                    "groupCode",
                    "groupTitleVi",
                    "titleVi",
                    "periodKind",
                    "maintenanceCode",
                    "trigger",
                    "legalBasis",
                    "certainty");
    private static final List<String> OPTIONAL =
            List.of("groupTitleEn", "caseVi", "years", "basisStatus", "note");
    private static final Set<String> PERIOD_KINDS =
            Set.of("PERMANENT", "YEARS", "UNTIL_SUPERSEDED", "LIFETIME_OF_ASSET");
    private static final Set<String> CERTAINTIES = Set.of("A", "B");

    /** The general schedule has some 300 lines, all sector schedules together some thousand. */
    private static final int MAX_LINES = 20_000;

    private static final int MAX_YEARS = 70;

    private final Findings findings;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final List<ScheduleLine> lines = new ArrayList<>();

    private ScheduleCsv(Findings findings) {
        this.findings = findings;
    }

    /** The good lines in their order; faults go to the findings. */
    static List<ScheduleLine> read(InputStream csv, Findings findings) throws IOException {
        ScheduleCsv reading = new ScheduleCsv(findings);
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (CSVReader rows =
                new CSVReaderBuilder(new InputStreamReader(csv, decoder))
                        .withMultilineLimit(5)
                        .build()) {
            reading.all(rows);
        } catch (CsvValidationException | java.nio.charset.CharacterCodingException e) {
            findings.add("/lines", "NOT_CSV");
        }
        return reading.lines;
    }

    private void all(CSVReader rows) throws IOException, CsvValidationException {
        String[] header = rows.readNext();
        if (header == null) {
            findings.add("/lines", "NOT_CSV");
            return;
        }
        for (int i = 0; i < header.length; i++) {
            String name = header[i].replace("\ufeff", "").strip();
            findings.addUnless(
                    MANDATORY.contains(name) || OPTIONAL.contains(name),
                    "/lines/1",
                    "UNKNOWN_COLUMN",
                    name);
            columns.put(name, i);
        }
        for (String name : MANDATORY) {
            findings.addUnless(columns.containsKey(name), "/lines/1", "MISSING_COLUMN", name);
        }
        if (!findings.isEmpty()) {
            return;
        }
        String[] row = rows.readNext();
        while (row != null) {
            if (lines.size() == MAX_LINES) {
                findings.add("/lines", "TOO_MANY_LINES", String.valueOf(MAX_LINES));
                return;
            }
            line(row, (int) rows.getLinesRead());
            row = rows.readNext();
        }
        findings.addUnless(!lines.isEmpty(), "/lines", "NO_LINES");
    }

    private void line(String[] row, int number) {
        for (String name : MANDATORY) {
            findings.addUnless(cell(row, name) != null, at(number, name), "REQUIRED");
        }
        String code = or(cell(row, "code"));
        findings.addUnless(codes.add(code), at(number, "code"), "DUPLICATE_CODE", code);
        String kind = or(cell(row, "periodKind"));
        findings.addUnless(
                PERIOD_KINDS.contains(kind),
                at(number, "periodKind"),
                "UNKNOWN_CODE",
                kind,
                String.join(", ", PERIOD_KINDS));
        String maintenance = or(cell(row, "maintenanceCode"));
        findings.addUnless(
                maintenance.matches("0[1-7]"),
                at(number, "maintenanceCode"),
                "UNKNOWN_CODE",
                maintenance,
                "maintenance");
        String certainty = or(cell(row, "certainty"));
        findings.addUnless(
                CERTAINTIES.contains(certainty),
                at(number, "certainty"),
                "UNKNOWN_CODE",
                certainty,
                "A, B");
        Integer years = years(cell(row, "years"), kind, number);
        lines.add(
                new ScheduleLine(
                        code,
                        or(cell(row, "groupCode")),
                        or(cell(row, "groupTitleVi")),
                        cell(row, "groupTitleEn"),
                        or(cell(row, "titleVi")),
                        cell(row, "caseVi"),
                        kind,
                        years,
                        maintenance,
                        or(cell(row, "trigger")),
                        or(cell(row, "legalBasis")),
                        cell(row, "basisStatus"),
                        certainty,
                        cell(row, "note")));
    }

    private @Nullable Integer years(@Nullable String cell, String kind, int number) {
        boolean wanted = kind.equals("YEARS");
        boolean good =
                wanted
                        ? cell != null
                                && cell.matches("\\d{1,2}")
                                && Integer.parseInt(cell) >= 1
                                && Integer.parseInt(cell) <= MAX_YEARS
                        : cell == null;
        findings.addUnless(good, at(number, "years"), "YEARS_OF_PERIOD", kind);
        return wanted && good && cell != null ? Integer.valueOf(cell) : null;
    }

    private @Nullable String cell(String[] row, String column) {
        Integer index = columns.get(column);
        return index == null || index >= row.length ? null : VietnameseText.clean(row[index]);
    }

    private static String or(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static String at(int line, String column) {
        return "/lines/" + line + "/" + column;
    }
}
