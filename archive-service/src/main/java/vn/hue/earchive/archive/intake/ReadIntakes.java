package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** What a caller is told about intakes. */
@ApplicationScoped
class ReadIntakes {

    /**
     * One intake with the version of what it shows.
     *
     * @param version sum of the versions of its dossiers: it grows with each change of one
     */
    record Versioned(IntakeView view, long version) {}

    private final Intakes intakes;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    ReadIntakes(Intakes intakes, CurrentCaller caller, ObjectMapper json) {
        this.intakes = intakes;
        this.caller = caller;
        this.json = json;
    }

    @Transactional
    Page<IntakeView> list(@Nullable Integer limit, @Nullable String cursor) {
        int size = Limits.page(limit);
        List<Intake> rows = intakes.page(caller.get().agencyId(), position(cursor), size);
        Map<UUID, Map<String, Long>> counts =
                intakes.counts(rows.stream().map(Intake::submissionId).toList());
        return Page.of(rows, size, last -> Cursor.encode(last.receivedAt(), last.submissionId()))
                .map(intake ->
                        view(intake, counts.getOrDefault(intake.submissionId(), Map.of()), null));
    }

    /**
     * @throws Problem NOT_FOUND when there is none, or when it is another agency's
     */
    @Transactional
    Versioned get(UUID submissionId, Locale locale) {
        Intake intake =
                intakes.findByIdOptional(submissionId)
                        .filter(found -> found.agencyId().equals(caller.get().agencyId()))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<IntakeDossier> dossiers = intakes.dossiers(submissionId);
        Map<String, Long> counts =
                dossiers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        dossier -> dossier.state().code(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return new Versioned(
                view(
                        intake,
                        counts,
                        dossiers.stream().map(dossier -> view(dossier, locale)).toList()),
                dossiers.stream().mapToLong(IntakeDossier::version).sum());
    }

    private static IntakeView view(
            Intake intake,
            Map<String, Long> counts,
            @Nullable List<IntakeView.DossierView> dossiers) {
        return new IntakeView(
                intake.submissionId(),
                intake.agencyId(),
                state(counts),
                intake.agencyCode(),
                intake.submittedBy(),
                intake.submittedAt(),
                intake.receivedAt(),
                counts,
                dossiers,
                List.of());
    }

    private static String state(Map<String, Long> counts) {
        if (counts.containsKey("BLOCKED")) {
            return "BLOCKED";
        }
        return counts.containsKey("RECEIVED") || counts.containsKey("CHECKING")
                ? "CHECKING"
                : "DECIDED";
    }

    private IntakeView.DossierView view(IntakeDossier dossier, Locale locale) {
        IntakeState state = dossier.state();
        Instant decidedAt =
                switch (state) {
                    case IntakeState.Received received -> null;
                    case IntakeState.Checking checking -> null;
                    case IntakeState.Blocked blocked -> null;
                    case IntakeState.Accepted(Instant at) -> at;
                    case IntakeState.Returned(Instant at) -> at;
                };
        // The report of an undecided dossier is that of an attempt, not of the archive.
        String stored = decidedAt == null ? null : dossier.report();
        DossierReport report = stored == null ? null : read(stored);
        return new IntakeView.DossierView(
                dossier.dossierId(),
                dossier.fileCode(),
                dossier.title(),
                state.code(),
                decidedAt,
                report == null ? null : report.checks(),
                report == null ? null : documents(report),
                report == null ? null : findings(report, locale),
                waiting(dossier, locale));
    }

    private static List<IntakeView.DocumentView> documents(DossierReport report) {
        var byDocument = new LinkedHashMap<String, List<DossierReport.FileReport>>();
        for (DossierReport.FileReport file : report.files()) {
            byDocument
                    .computeIfAbsent(
                            Objects.requireNonNullElse(file.docCode(), "?"),
                            code -> new ArrayList<>())
                    .add(file);
        }
        return byDocument.entrySet().stream()
                .map(entry ->
                        new IntakeView.DocumentView(
                                entry.getKey(),
                                worst(entry.getValue()),
                                entry.getValue().stream().map(ReadIntakes::view).toList()))
                .toList();
    }

    private static Map<Check, CheckResult> worst(List<DossierReport.FileReport> files) {
        var worst = new EnumMap<Check, CheckResult>(Check.class);
        files.forEach(file ->
                file.checks()
                        .forEach(
                                (check, result) -> worst.merge(check, result, CheckResult::worse)));
        return worst;
    }

    private static IntakeView.FileView view(DossierReport.FileReport file) {
        FileFormat format = file.format();
        return new IntakeView.FileView(
                file.fileId(),
                file.name(),
                file.checks(),
                format == null ? null : format.mediaType(),
                format == null ? null : format.puid(),
                file.signatures());
    }

    static List<IntakeView.FindingView> findings(DossierReport report, Locale locale) {
        return report.findings().stream()
                .map(finding ->
                        new IntakeView.FindingView(
                                finding.code(),
                                finding.code().check(),
                                finding.code().severity(),
                                finding.docCode(),
                                finding.fileId(),
                                FindingTexts.text(finding, locale)))
                .toList();
    }

    private static IntakeView.@Nullable Waiting waiting(IntakeDossier dossier, Locale locale) {
        String problem = dossier.problemCode();
        return problem == null
                ? null
                : new IntakeView.Waiting(
                        problem,
                        FindingTexts.waiting(problem, locale),
                        dossier.attempts(),
                        dossier.nextAttemptAt());
    }

    private DossierReport read(String report) {
        try {
            return json.readValue(report, DossierReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored report is not readable", e);
        }
    }

    private static Intakes.@Nullable Position position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = Cursor.decode(cursor, 2);
        try {
            return new Intakes.Position(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
