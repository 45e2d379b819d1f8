package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.evidence.SignStatement;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Acknowledges a submission or a package that is decided, signed by the archive. Nothing is stored:
 * the receipt follows from the decision and its report, so that it is the same whenever it is
 * fetched, also after a rebuild.
 */
@ApplicationScoped
class IssueReceipt {

    /** The {@code typ} of the JWS. */
    static final String TYPE = "earchive-receipt+json";

    private final Intakes intakes;
    private final Packages packages;
    private final CurrentCaller caller;
    private final SignStatement signature;
    private final ObjectMapper json;

    IssueReceipt(
            Intakes intakes,
            Packages packages,
            CurrentCaller caller,
            SignStatement signature,
            ObjectMapper json) {
        this.intakes = intakes;
        this.packages = packages;
        this.caller = caller;
        this.signature = signature;
        this.json = json;
    }

    /**
     * @throws Problem NOT_FOUND when there is none or it is another agency's, RECEIPT_PENDING while
     *     a dossier waits for its decision
     */
    @Transactional
    String ofIntake(UUID submissionId) {
        return sign(intake(submissionId, null, List.of()));
    }

    /**
     * As {@link #ofIntake}, with the package and what of it never came into the intake. A dry run
     * is not acknowledged.
     */
    @Transactional
    String ofPackage(UUID packageId) {
        Packages.Row row = packages.get(packageId);
        if (row.dryRun()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        Instant decidedAt = row.decidedAt();
        String stored = row.report();
        if (decidedAt == null || stored == null) {
            throw new Problem(ArchiveProblem.RECEIPT_PENDING);
        }
        PackageReport report = read(stored, PackageReport.class);
        List<Receipt.Dossier> refused =
                report.dossiers().stream()
                        .filter(dossier -> !dossier.findings().isEmpty())
                        .map(dossier -> refused(dossier, decidedAt))
                        .toList();
        if (row.state().equals("RECEIVED")) {
            return sign(intake(row.id(), row, refused));
        }
        return sign(
                new Receipt(
                        Receipt.FORM,
                        signature.origin(),
                        row.id(),
                        row.agencyId(),
                        row.agencyCode(),
                        row.createdBy(),
                        row.createdAt(),
                        Objects.requireNonNullElse(row.completedAt(), row.createdAt()),
                        decidedAt,
                        null,
                        sent(row),
                        report.findings().stream().map(IssueReceipt::reason).toList(),
                        refused));
    }

    private Receipt intake(
            UUID submissionId, Packages.@Nullable Row row, List<Receipt.Dossier> refused) {
        Intake intake =
                intakes.findByIdOptional(submissionId)
                        .filter(found -> found.agencyId().equals(caller.get().agencyId()))
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        List<Receipt.Dossier> dossiers = new ArrayList<>();
        for (IntakeDossier dossier : intakes.dossiers(submissionId)) {
            dossiers.add(decided(dossier));
        }
        dossiers.addAll(refused);
        return new Receipt(
                Receipt.FORM,
                signature.origin(),
                submissionId,
                intake.agencyId(),
                intake.agencyCode(),
                intake.submittedBy(),
                intake.submittedAt(),
                intake.receivedAt(),
                dossiers.stream()
                        .map(Receipt.Dossier::decidedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(intake.receivedAt()),
                new Receipt.Bytes(null, intake.manifestSize(), intake.manifestSha256()),
                row == null ? null : sent(row),
                List.of(),
                dossiers);
    }

    private static Receipt.Bytes sent(Packages.Row row) {
        return new Receipt.Bytes(row.fileName(), row.size(), row.sha256());
    }

    private Receipt.Dossier decided(IntakeDossier dossier) {
        record Decision(String verdict, Instant at) {}
        Decision decision =
                switch (dossier.state()) {
                    case IntakeState.Accepted(Instant at) -> new Decision("ACCEPTED", at);
                    case IntakeState.Returned(Instant at) -> new Decision("RETURNED", at);
                    case IntakeState.Received received ->
                            throw new Problem(ArchiveProblem.RECEIPT_PENDING);
                    case IntakeState.Checking checking ->
                            throw new Problem(ArchiveProblem.RECEIPT_PENDING);
                    case IntakeState.Blocked blocked ->
                            throw new Problem(ArchiveProblem.RECEIPT_PENDING);
                };
        DossierReport report = read(Objects.requireNonNull(dossier.report()), DossierReport.class);
        return new Receipt.Dossier(
                dossier.dossierId(),
                dossier.fileCode(),
                dossier.title(),
                decision.verdict(),
                decision.at(),
                report.agreement(),
                new EnumMap<>(report.checks()),
                report.findings().stream().map(IssueReceipt::reason).toList(),
                report.files().stream()
                        .map(file ->
                                new Receipt.FileReceived(
                                        file.fileId(),
                                        file.docCode(),
                                        file.name(),
                                        file.size(),
                                        file.sha256(),
                                        file.checks().get(Check.DIGEST)))
                        .toList());
    }

    private static Receipt.Dossier refused(PackageReport.Dossier dossier, Instant at) {
        return new Receipt.Dossier(
                dossier.dossierId(),
                dossier.fileCode(),
                null,
                "REFUSED",
                at,
                null,
                null,
                dossier.findings().stream().map(IssueReceipt::reason).toList(),
                List.of());
    }

    private static Receipt.Reason reason(Finding finding) {
        return new Receipt.Reason(
                finding.code().name(),
                finding.code().severity(),
                finding.docCode(),
                finding.fileId(),
                null,
                FindingTexts.vietnamese(finding),
                FindingTexts.english(finding));
    }

    private static Receipt.Reason reason(SipFinding finding) {
        return new Receipt.Reason(
                finding.code().name(),
                FindingCode.Severity.ERROR,
                null,
                null,
                finding.path(),
                FindingTexts.text(finding, FindingTexts.VIETNAMESE),
                FindingTexts.text(finding, Locale.ENGLISH));
    }

    private String sign(Receipt receipt) {
        try {
            return signature
                    .jws(TYPE, json.writeValueAsBytes(receipt))
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    private <T> T read(String stored, Class<T> type) {
        try {
            return json.readValue(stored, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored report is not readable", e);
        }
    }
}
