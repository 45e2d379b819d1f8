package vn.hue.earchive.document.retention;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.TextEncoding;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;

/**
 * Reads a retention schedule from CSV (UTF-8, comma, RFC 4180, header line with the column names of
 * the sample). Every fault is a finding that points at {@code /lines/{n}/{column}}; line 1 is the
 * header, a record over several lines counts by its first. Text in another encoding is named, not
 * guessed into the database.
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
            List.of("groupTitleEn", "caseVi", "years", "basisStatus", "note", "replaces");
    private static final List<String> PERIOD_KINDS =
            List.of("PERMANENT", "YEARS", "UNTIL_SUPERSEDED", "LIFETIME_OF_ASSET");
    private static final List<String> TRIGGERS =
            List.of("END_OF_WORK_YEAR", "CONTRACT_END", "INSTRUMENT_EXPIRY", "ASSET_END_OF_LIFE");
    private static final List<String> CERTAINTIES = List.of("A", "B");

    /** Terms with a code of their own in the list {@code maintenance}; any other is 07. */
    private static final Map<Integer, String> MAINTENANCE =
            Map.of(70, "02", 50, "03", 30, "04", 20, "05", 10, "06");

    /** The general schedule has some 300 lines, all sector schedules together some thousand. */
    private static final int MAX_LINES = 20_000;

    private static final int MAX_YEARS = 70;
    private static final int MAX_CELL = 2_000;

    private final Findings findings;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> codes = new HashSet<>();
    private final List<ScheduleLine> lines = new ArrayList<>();

    private ScheduleCsv(Findings findings) {
        this.findings = findings;
    }

    /** The good lines in their order, and how the file was written; faults go to the findings. */
    record Read(TextEncoding encoding, List<ScheduleLine> lines) {}

    static Read read(byte[] csv, Findings findings) {
        if (csv.length > 3 && csv[0] == 'P' && csv[1] == 'K') {
            findings.add("/lines", "CSV_IS_A_SPREADSHEET");
            return new Read(TextEncoding.UNKNOWN, List.of());
        }
        TextEncoding.Reading reading = TextEncoding.read(csv);
        if (!reading.usable()) {
            findings.add("/lines", "WRONG_ENCODING", reading.encoding().name());
            return new Read(reading.encoding(), List.of());
        }
        ScheduleCsv schedule = new ScheduleCsv(findings);
        schedule.all(Objects.requireNonNull(reading.text()));
        return new Read(reading.encoding(), schedule.lines);
    }

    private void all(String text) {
        String first = text.lines().findFirst().orElse("");
        if (!first.contains(",") && (first.contains(";") || first.contains("\t"))) {
            findings.add("/lines/1", "WRONG_DELIMITER");
            return;
        }
        try (CSVReader rows =
                new CSVReaderBuilder(new StringReader(text))
                        .withCSVParser(new RFC4180ParserBuilder().build())
                        .withMultilineLimit(5)
                        .build()) {
            records(rows);
        } catch (CsvValidationException | IOException e) {
            findings.add("/lines/" + (lines.size() + 2), "NOT_CSV");
        }
    }

    private void records(CSVReader rows) throws IOException, CsvValidationException {
        String[] header = rows.readNext();
        if (header == null) {
            findings.add("/lines", "NOT_CSV");
            return;
        }
        header(header);
        if (!findings.isEmpty()) {
            return;
        }
        int number = (int) rows.getLinesRead() + 1;
        String[] row = rows.readNext();
        while (row != null) {
            if (lines.size() == MAX_LINES) {
                findings.add("/lines", "TOO_MANY_LINES", String.valueOf(MAX_LINES));
                return;
            }
            boolean blank = Arrays.stream(row).allMatch(String::isBlank);
            if (!blank) {
                line(row, number, header.length);
            }
            number = (int) rows.getLinesRead() + 1;
            row = rows.readNext();
        }
        findings.addUnless(!lines.isEmpty(), "/lines", "NO_LINES");
    }

    private void header(String[] header) {
        for (int i = 0; i < header.length; i++) {
            String name = header[i].strip();
            findings.addUnless(
                    MANDATORY.contains(name) || OPTIONAL.contains(name),
                    "/lines/1",
                    "UNKNOWN_COLUMN",
                    name);
            findings.addUnless(
                    columns.put(name, i) == null, "/lines/1/" + name, "DUPLICATE_CODE", name);
        }
        for (String name : MANDATORY) {
            findings.addUnless(columns.containsKey(name), "/lines/1", "MISSING_COLUMN", name);
        }
    }

    private void line(String[] row, int number, int width) {
        findings.addUnless(
                row.length <= width,
                "/lines/" + number,
                "TOO_MANY_CELLS",
                String.valueOf(row.length),
                String.valueOf(width));
        for (String name : columns.keySet()) {
            String cell = cell(row, name);
            findings.addUnless(
                    cell != null || OPTIONAL.contains(name), at(number, name), "REQUIRED");
            findings.addUnless(
                    cell == null || cell.length() <= MAX_CELL,
                    at(number, name),
                    "WRONG_LENGTH",
                    "0",
                    String.valueOf(MAX_CELL));
        }
        String code = or(cell(row, "code"));
        findings.addUnless(codes.add(code), at(number, "code"), "DUPLICATE_CODE", code);
        findings.addUnless(
                code.matches("[\\p{L}\\d._/-]{0,30}"), at(number, "code"), "RULE_CODE_FORMAT");
        String kind = listed(row, "periodKind", PERIOD_KINDS, number);
        String trigger = listed(row, "trigger", TRIGGERS, number);
        String certainty = listed(row, "certainty", CERTAINTIES, number);
        Integer years = years(cell(row, "years"), kind, number);
        String maintenance = maintenance(row, kind, years, number);
        lines.add(
                new ScheduleLine(
                        number,
                        code,
                        or(cell(row, "groupCode")),
                        or(cell(row, "groupTitleVi")),
                        cell(row, "groupTitleEn"),
                        or(cell(row, "titleVi")),
                        cell(row, "caseVi"),
                        kind,
                        years,
                        maintenance,
                        trigger,
                        or(cell(row, "legalBasis")),
                        cell(row, "basisStatus"),
                        certainty,
                        cell(row, "note"),
                        replaces(cell(row, "replaces"))));
    }

    private static List<String> replaces(@Nullable String cell) {
        return cell == null ? List.of() : List.of(cell.split("[;\\s]+"));
    }

    private String listed(String[] row, String column, List<String> permitted, int number) {
        String value = or(cell(row, column));
        findings.addUnless(
                value.isEmpty() || permitted.contains(value),
                at(number, column),
                "UNKNOWN_CODE",
                value,
                String.join(", ", permitted));
        return value;
    }

    private String maintenance(String[] row, String kind, @Nullable Integer years, int number) {
        String given = or(cell(row, "maintenanceCode"));
        String expected =
                switch (kind) {
                    case "PERMANENT" -> "01";
                    case "YEARS" -> years == null ? given : MAINTENANCE.getOrDefault(years, "07");
                    default -> PERIOD_KINDS.contains(kind) ? "07" : given;
                };
        findings.addUnless(
                given.isEmpty() || given.equals(expected),
                at(number, "maintenanceCode"),
                "MAINTENANCE_OF_PERIOD",
                given,
                expected);
        return given;
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
