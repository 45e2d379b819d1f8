package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.agreement.Agreement;
import vn.hue.earchive.archive.agreement.Agreements;
import vn.hue.earchive.archive.agreement.PackageForm;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.sip.PackageBytes;
import vn.hue.earchive.archive.sip.SipCode;
import vn.hue.earchive.archive.sip.SipDossier;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.archive.sip.SipReading;
import vn.hue.earchive.archive.sip.SipRefused;
import vn.hue.earchive.archive.sip.SipZip;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.events.SubmissionSubmitted;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.objects.StoredObject;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Reads an uploaded package and hands its dossiers to the intake: from there they are treated as
 * those of a submission. What it leaves in the working store lies under keys that a repeated
 * attempt writes again, and nothing is decided before all of it is there.
 */
@ApplicationScoped
class ReadPackage {

    private static final int BUFFER = 65536;

    private final PackageQueue queue;
    private final UnpackPackage unpack;
    private final PreviewDossier preview;
    private final Agreements agreements;
    private final ObjectStore working;
    private final ObjectMapper json;
    private final PackageConfig config;
    private final Clock clock;

    ReadPackage(
            PackageQueue queue,
            UnpackPackage unpack,
            PreviewDossier preview,
            Agreements agreements,
            ObjectStores stores,
            ObjectMapper json,
            PackageConfig config,
            Clock clock) {
        this.queue = queue;
        this.unpack = unpack;
        this.preview = preview;
        this.agreements = agreements;
        this.working = stores.store("working");
        this.json = json;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Reads one package and decides over it.
     *
     * @throws Problem when something around it is down: to be tried again
     * @throws LeaseLost when another worker has it now
     */
    void run(PackageQueue.Claim claim) {
        try {
            read(claim);
        } catch (SipRefused e) {
            queue.conclude(claim, PackageReport.refusal(e.finding()));
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }

    private void read(PackageQueue.Claim claim) throws SipRefused, IOException {
        Packages.Row row = claim.row();
        var bytes = new PackageParts(working, row, queue.parts(row.id()));
        requireAnnounced(row, bytes);
        beat(claim);
        SipZip zip = SipZip.open(bytes, config.limits());
        List<SipReading> readings = zip.packages();
        beat(claim);
        List<PackageReport.Dossier> reports = new ArrayList<>();
        List<SubmissionManifest.Dossier> dossiers = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        Agreement agreement = agreements.inForce(row.agencyId());
        @Nullable String agencyName = queue.nameOf(row.agencyId()).orElse(null);
        int files = 0;
        for (SipReading reading : readings) {
            SipDossier sip = reading.dossier();
            if (sip == null) {
                reports.add(
                        new PackageReport.Dossier(
                                reading.root(), null, null, null, reading.findings(), null));
                continue;
            }
            String name =
                    Objects.requireNonNullElse(
                            agencyName,
                            Objects.requireNonNullElse(sip.creatorName(), row.agencyCode()));
            agencyName = name;
            List<SipFinding> findings = new ArrayList<>();
            PackageForm form = form(sip);
            if (!agreement.terms().packageForms().contains(form)) {
                findings.add(SipFinding.of(SipCode.FORM_NOT_AGREED, sip.root(), form));
            }
            var description = new DescribePackage(sip, row.agencyId(), row.agencyCode(), name);
            SubmissionManifest.Dossier dossier =
                    description.dossier(
                            unpack.run(row.id(), zip, sip, files, findings, () -> beat(claim)));
            files += sip.documents().stream().mapToInt(each -> each.files().size()).sum();
            findings.addAll(description.findings());
            UUID dossierId = dossier.description().dossierId();
            if (!seen.add(dossierId)) {
                findings.add(SipFinding.of(SipCode.DOSSIER_TWICE, sip.root()));
            }
            if (findings.isEmpty()) {
                dossiers.add(dossier);
            }
            reports.add(
                    new PackageReport.Dossier(
                            sip.root(),
                            dossierId,
                            dossier.description().fileCode(),
                            sip.repealedForm(),
                            findings,
                            row.dryRun() && findings.isEmpty()
                                    ? preview.run(
                                            dossier,
                                            new AipDescription.Party(row.agencyCode(), name),
                                            agreement,
                                            row.id(),
                                            queue.holds(dossierId))
                                    : null));
        }
        PackageReport report = new PackageReport(List.of(), reports);
        if (dossiers.isEmpty() || row.dryRun()) {
            queue.conclude(claim, report);
        } else {
            handOver(claim, report, dossiers, Objects.requireNonNull(agencyName));
        }
    }

    private static PackageForm form(SipDossier sip) {
        if (sip.repealedForm()) {
            return PackageForm.REPEALED_02_2019;
        }
        return sip.loose() ? PackageForm.SIP_TAILIEU : PackageForm.SIP_HOSO;
    }

    private void handOver(
            PackageQueue.Claim claim,
            PackageReport report,
            List<SubmissionManifest.Dossier> dossiers,
            String agencyName) {
        Packages.Row row = claim.row();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String key = PackageParts.prefix(row.id()) + "manifest.json";
        StoredObject manifest =
                working.put(
                        key,
                        write(
                                new SubmissionManifest(
                                        row.id(),
                                        row.agencyId(),
                                        row.agencyCode(),
                                        agencyName,
                                        row.createdBy(),
                                        now,
                                        dossiers)),
                        "application/json");
        queue.handOver(
                claim,
                report,
                new SubmissionSubmitted(
                        row.agencyId(),
                        1,
                        now,
                        row.id(),
                        dossiers.stream().map(each -> each.description().dossierId()).toList(),
                        working.bucket(),
                        key,
                        manifest.sha256(),
                        manifest.size()));
    }

    private void beat(PackageQueue.Claim claim) {
        if (!queue.renew(claim)) {
            throw new LeaseLost(claim.row().id());
        }
    }

    private static void requireAnnounced(Packages.Row row, PackageBytes bytes)
            throws IOException, SipRefused {
        MessageDigest sha256 = Digests.sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = bytes.open(0, row.size())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(row.sha256())) {
            throw new SipRefused(SipFinding.of(SipCode.PACKAGE_DIGEST_MISMATCH, null));
        }
    }

    private byte[] write(SubmissionManifest manifest) {
        try {
            return json.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }
}
