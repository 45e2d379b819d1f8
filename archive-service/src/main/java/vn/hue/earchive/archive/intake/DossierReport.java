package vn.hue.earchive.archive.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.signature.FileSignatures;

/**
 * What the intake checked of one dossier and what it found; everything, not the first thing. Stored
 * as JSON with the dossier's intake.
 *
 * @param checks outcome per check over the whole dossier
 * @param files what was found about each file, in package order
 * @param agreement version of the agency's submission agreement that was applied, 0 for none; null
 *     in reports of before there were any
 */
record DossierReport(
        Map<Check, CheckResult> checks,
        List<FileReport> files,
        List<Finding> findings,
        @Nullable Integer agreement) {

    /**
     * What is known about one file.
     *
     * @param size bytes that the submission tells; null in reports of before it was kept
     * @param sha256 that the submission tells, lower-case hex; null like the size
     * @param format null when the file could not be read
     * @param signatures null when the file has none, or they were not looked for here
     */
    record FileReport(
            @Nullable UUID fileId,
            @Nullable String docCode,
            @Nullable String name,
            @Nullable Long size,
            @Nullable String sha256,
            Map<Check, CheckResult> checks,
            @Nullable FileFormat format,
            @Nullable FileSignatures signatures) {}

    /** A dossier is returned when one finding at least refuses it. */
    boolean refuses() {
        return findings.stream().anyMatch(Finding::refuses);
    }

    /** Formats by file id, of the files that were read. */
    Map<UUID, FileFormat> formats() {
        var formats = new LinkedHashMap<UUID, FileFormat>();
        for (FileReport file : files) {
            if (file.fileId() != null && file.format() != null) {
                formats.put(file.fileId(), file.format());
            }
        }
        return formats;
    }

    /** Puts the parts together. */
    static DossierReport of(
            List<Finding> description,
            List<Finding> ordinals,
            List<FileInspection> inspections,
            int agreement) {
        var findings = new ArrayList<Finding>(description);
        findings.addAll(ordinals);
        var files = new ArrayList<FileReport>();
        var checks = new EnumMap<Check, CheckResult>(Check.class);
        checks.put(Check.METADATA, worst(description));
        checks.put(Check.ORDINALS, worst(ordinals));
        for (Check check : List.of(Check.DIGEST, Check.VIRUS, Check.FORMAT, Check.SIGNATURE)) {
            checks.put(check, CheckResult.NOT_CHECKED);
        }
        boolean first = true;
        for (FileInspection inspection : inspections) {
            FileReport report = inspection.report();
            files.add(report);
            findings.addAll(inspection.findings());
            boolean start = first;
            report.checks()
                    .forEach((check, result) ->
                            checks.merge(
                                    check, result, (sum, next) -> start ? next : sum.worse(next)));
            first = false;
        }
        return new DossierReport(checks, List.copyOf(files), List.copyOf(findings), agreement);
    }

    private static CheckResult worst(List<Finding> findings) {
        CheckResult worst = CheckResult.PASSED;
        for (Finding finding : findings) {
            worst =
                    worst.worse(
                            switch (finding.code().severity()) {
                                case ERROR -> CheckResult.FAILED;
                                case WARNING -> CheckResult.WARNING;
                                case NOTE -> CheckResult.PASSED;
                            });
        }
        return worst;
    }
}
