package vn.hue.earchive.document.year;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.TestClock;
import vn.hue.earchive.document.TestMessage;
import vn.hue.earchive.kit.time.LegalDate;

/**
 * Plays the work of a year, document by document, as a seed decides; the same seed is the same
 * year. It counts what it does, so that what the service counts can be compared with it.
 */
final class YearOfWork {

    /** What was done. */
    static final class Tally {
        int incoming;
        int byMessage;
        int withdrawn;
        int outgoing;
        int voided;
        int late;
    }

    private static final int DOSSIER_OF_DOCUMENTS = 60;
    private static final int MOST_AT_ONCE = 100;

    private final Ward ward;
    private final TestClock clock;
    private final int year;
    private final Random random;
    private final List<Matter> matters = Matter.all();
    private final List<String> dossiers = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> toFile = new LinkedHashMap<>();
    private final List<String> assignedLate = new ArrayList<>();
    private final Tally tally = new Tally();
    private int parts = 1;
    private @Nullable String lastQuestion;
    private @Nullable String lastIssued;

    YearOfWork(Ward ward, TestClock clock, int year, long seed) {
        this.ward = ward;
        this.clock = clock;
        this.year = year;
        this.random = new Random(seed);
    }

    Tally tally() {
        return tally;
    }

    List<String> dossiers() {
        return dossiers;
    }

    /** Incoming documents that somebody has, but has not taken. */
    List<String> assignedLate() {
        return assignedLate;
    }

    String lastIssued() {
        return java.util.Objects.requireNonNull(lastIssued);
    }

    private void at(LocalDate day, int hour, int minute) {
        clock.moveTo(day.atTime(LocalTime.of(hour, minute)).atZone(LegalDate.ZONE).toInstant());
    }

    /** The list of the year, with a dossier for each matter and, in a large year, each quarter. */
    void plan(int documents) {
        at(LocalDate.of(year, 1, 2), 8, 0);
        parts = documents > matters.size() * DOSSIER_OF_DOCUMENTS ? 4 : 1;
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Matter matter : matters) {
            for (int part = 1; part <= parts; part++) {
                String suffix = parts == 1 ? "" : "." + part;
                String when =
                        parts == 1 ? "" : ", quý " + List.of("I", "II", "III", "IV").get(part - 1);
                lines.add(
                        Map.of(
                                "notation", matter.notation().replace("-", suffix + "-"),
                                "title", matter.title() + " năm " + year + when,
                                "retentionRuleCode", matter.rule(),
                                "maker", matter.unit()));
            }
        }
        dossiers.addAll(ward.plans(year, lines));
    }

    /** So many documents, spread over the working days; what lies there is filed every month. */
    void play(int documents) {
        List<LocalDate> days = workingDays();
        int month = 1;
        for (int i = 0; i < documents; i++) {
            LocalDate day = days.get((int) ((long) i * days.size() / documents));
            if (day.getMonthValue() != month) {
                month = day.getMonthValue();
                file();
            }
            at(day, 8 + random.nextInt(9), random.nextInt(60));
            if (i % 5 < 3) {
                arrives(matters.get(i % matters.size()), day, tally.incoming++);
            } else {
                goesOut(matters.get(i % matters.size()), day, tally.outgoing++);
            }
        }
        at(LocalDate.of(year, 12, 31), 16, 0);
        file();
    }

    private List<LocalDate> workingDays() {
        return LocalDate.of(year, 1, 3)
                .datesUntil(LocalDate.of(year, 12, 31))
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SATURDAY)
                .filter(d -> d.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
    }

    private void arrives(Matter matter, LocalDate day, int n) {
        Matter.Document kind = matter.incoming().get(n % matter.incoming().size());
        TestMessage message = message(kind, day, n);
        boolean electronic = n % 3 == 0;
        boolean informs = n % 4 == 1;
        String document;
        if (electronic) {
            document = ward.receives(message);
            tally.byMessage++;
        } else {
            document = ward.registers(message, kind.type(), informs ? matter.unit() : null);
        }
        if (n % 23 == 5) {
            ward.ends(document, "return", "Không thuộc thẩm quyền giải quyết của phường");
            tally.withdrawn++;
            return;
        }
        if (electronic && n % 27 == 9) {
            ward.accepts(message.update(Ward.page("Phu luc " + message.documentId())));
        }
        if (electronic && n % 30 == 12) {
            ward.accepts(message.recall());
            tally.withdrawn++;
            return;
        }
        if (informs) {
            toFile.put(document, dossierOf(matter, day));
            return;
        }
        ward.assigns(document, matter.unit(), day.plusDays(5L + random.nextInt(15)));
        if (n % 17 == 8) {
            assignedLate.add(document);
            tally.late++;
            return;
        }
        ward.completes(document, "Đã tham mưu văn bản trả lời và lưu hồ sơ");
        lastQuestion = document;
        toFile.put(document, dossierOf(matter, day));
    }

    private TestMessage message(Matter.Document kind, LocalDate day, int n) {
        int number = numbers.merge(kind.sender(), 1 + random.nextInt(9), Integer::sum);
        LocalDate issued = day.minusDays(random.nextInt(4));
        return new TestMessage(
                "H57." + (800 + Math.floorMod(kind.sender().hashCode(), 100)),
                kind.name(),
                String.valueOf(number),
                Types.notation(kind.type(), kind.sender()),
                issued.getYear() < year ? day : issued,
                Types.name(kind.type()),
                kind.subjectOn(day, n + 1, random));
    }

    private void goesOut(Matter matter, LocalDate day, int n) {
        Matter.Document kind = matter.outgoing().get(n % matter.outgoing().size());
        if (n % 19 == 4) {
            ward.reservesInVain(kind.type());
            tally.voided++;
        }
        String answers = n % 5 == 2 ? lastQuestion : null;
        String document =
                ward.issues(
                        kind.type(), kind.subjectOn(day, n + 1, random), matter.unit(), answers);
        lastIssued = document;
        toFile.put(document, dossierOf(matter, day));
    }

    private String dossierOf(Matter matter, LocalDate day) {
        int part = parts == 1 ? 0 : (day.getMonthValue() - 1) / 3;
        return dossiers.get(matters.indexOf(matter) * parts + part);
    }

    private void file() {
        List<Map.Entry<String, String>> waiting = new ArrayList<>(toFile.entrySet());
        for (int from = 0; from < waiting.size(); from += MOST_AT_ONCE) {
            Map<String, String> some = new LinkedHashMap<>();
            waiting.subList(from, Math.min(waiting.size(), from + MOST_AT_ONCE))
                    .forEach(e -> some.put(e.getKey(), e.getValue()));
            ward.files(some);
        }
        toFile.clear();
    }
}
