package vn.hue.earchive.archive.intake;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.agreement.Agreement;
import vn.hue.earchive.archive.aip.AipChecks;
import vn.hue.earchive.archive.aip.FileSource;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Everything that is looked at while the bytes of one dossier pass. As the {@link FileSource} of a
 * package it reads each file once, from the working store straight into the package; when the
 * dossier is refused anyway, {@link #inspectRest} looks at what has not been seen, so that the unit
 * is told everything at once.
 */
final class DossierInspection implements FileSource, AutoCloseable {

    /** Verdicts that may be outstanding: the scanner works on while the next files are read. */
    private static final int SCANS_AT_ONCE = 4;

    private static final int BUFFER = 65536;

    /** Confidence level of a document that was scanned (domain.md 2.8). */
    private static final String DIGITISED = "02";

    private final SubmissionManifest.Dossier dossier;
    private final List<Finding> description;
    private final List<Finding> ordinals;
    private final ObjectStore working;
    private final VirusScanner scanner;
    private final FormatIdentifier formats;
    private final FileLooks looks;
    private final Agreement agreement;
    private final Consumer<DossierReport> beforeCompletion;
    private final Function<DossierReport, String> custody;
    private final PreservationEvents events;
    private final IdentityHashMap<SubmissionManifest.File, String> docCodes =
            new IdentityHashMap<>();
    private final Set<SubmissionManifest.File> digitised =
            Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<FileInspection> inspections = new ArrayList<>();
    private @Nullable DossierReport report;

    /**
     * @param beforeCompletion gets the report of a dossier that passed, before its package is
     *     completed in a store
     * @param custody writes down the acceptance of such a dossier for the stores
     */
    DossierInspection(
            SubmissionManifest.Dossier dossier,
            List<Finding> description,
            List<Finding> ordinals,
            ObjectStore working,
            VirusScanner scanner,
            FormatIdentifier formats,
            FileLooks looks,
            Agreement agreement,
            PreservationEvents events,
            Consumer<DossierReport> beforeCompletion,
            Function<DossierReport, String> custody) {
        this.dossier = dossier;
        this.description = description;
        this.ordinals = ordinals;
        this.working = working;
        this.scanner = scanner;
        this.formats = formats;
        this.looks = looks;
        this.agreement = agreement;
        this.events = events;
        this.beforeCompletion = beforeCompletion;
        this.custody = custody;
        for (DossierPlan.Item item : DossierPlan.items(dossier)) {
            item.files().forEach(file -> docCodes.put(file, item.docCode()));
        }
        for (SubmissionManifest.Document document : DossierPlan.documents(dossier)) {
            @Nullable Object described = document.description();
            if (described != null && DIGITISED.equals(document.description().confidenceLevel())) {
                digitised.addAll(DossierPlan.presentOnly(document.files()));
            }
        }
    }

    @Override
    public InputStream open(SubmissionManifest.File file) {
        FileInspection inspection = begin(file);
        try {
            return inspection.tap(working.get(file.key()));
        } catch (ObjectMissing e) {
            throw new BytesRefused(e);
        }
    }

    @Override
    public AipChecks checks() {
        // The package has compared size, CRC-32 and SHA-256 of every file on the way.
        inspections.forEach(FileInspection::digestsAgree);
        DossierReport passed = conclude();
        if (passed.refuses()) {
            throw new DossierRefused();
        }
        beforeCompletion.accept(passed);
        return events.describe(passed);
    }

    @Override
    public String custody() {
        return custody.apply(Objects.requireNonNull(report));
    }

    /** The report of a dossier whose files were all read; null before that. */
    @Nullable DossierReport report() {
        return report;
    }

    /**
     * Reads what has not been read to its end, for the checks alone, and gives the whole report.
     * Nothing is kept.
     */
    DossierReport inspectRest() {
        if (report != null) {
            return report;
        }
        // The last one begun is the one that broke off: it is read again, with its own digests.
        if (!inspections.isEmpty()) {
            inspections.removeLast().close();
        }
        inspections.forEach(FileInspection::digestsAgree);
        int seen = inspections.size();
        int at = 0;
        for (DossierPlan.Item item : DossierPlan.items(dossier)) {
            for (SubmissionManifest.File file : item.files()) {
                if (at++ >= seen && isReadable(file)) {
                    inspect(file);
                }
            }
        }
        return conclude();
    }

    private static boolean isReadable(SubmissionManifest.File file) {
        @Nullable Object description = file.description();
        @Nullable String key = file.key();
        return description != null && key != null && !key.isBlank();
    }

    private void inspect(SubmissionManifest.File file) {
        FileInspection inspection = begin(file);
        MessageDigest sha256 = Digests.sha256();
        var crc32 = new CRC32();
        long size = 0;
        try (InputStream bytes = inspection.tap(working.get(file.key()))) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                sha256.update(buffer, 0, read);
                crc32.update(buffer, 0, read);
                size += read;
            }
        } catch (ObjectMissing e) {
            inspection.digestFails(FindingCode.FILE_NOT_FOUND);
            return;
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
        var expected = file.description();
        if (size != expected.size()) {
            inspection.digestFails(
                    FindingCode.SIZE_MISMATCH,
                    String.valueOf(expected.size()),
                    String.valueOf(size));
        } else if (!HexFormat.of().formatHex(sha256.digest()).equals(expected.sha256())) {
            inspection.digestFails(FindingCode.DIGEST_MISMATCH);
        } else if (!"%08x".formatted(crc32.getValue()).equals(file.crc32())) {
            inspection.digestFails(FindingCode.CRC_MISMATCH);
        } else {
            inspection.digestsAgree();
        }
    }

    private FileInspection begin(SubmissionManifest.File file) {
        if (inspections.size() >= SCANS_AT_ONCE) {
            inspections.get(inspections.size() - SCANS_AT_ONCE).awaitVerdict();
        }
        var inspection =
                new FileInspection(
                        file,
                        docCodes.getOrDefault(file, "?"),
                        scanner.begin(),
                        formats,
                        looks,
                        agreement.terms(),
                        digitised.contains(file));
        inspections.add(inspection);
        return inspection;
    }

    private DossierReport conclude() {
        for (FileInspection inspection : inspections) {
            inspection.conclude();
        }
        DossierReport concluded =
                DossierReport.of(description, ordinals, inspections, agreement.version());
        report = concluded;
        return concluded;
    }

    @Override
    public void close() {
        inspections.forEach(FileInspection::close);
    }
}
