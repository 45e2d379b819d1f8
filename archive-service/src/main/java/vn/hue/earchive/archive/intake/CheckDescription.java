package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.FieldViolation;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.time.LegalDate;

/** Whether the description of a dossier is lawful and fits the field tables of a package. */
@ApplicationScoped
class CheckDescription {

    private final BuildAip packages;

    CheckDescription(BuildAip packages) {
        this.packages = packages;
    }

    /**
     * Everything that is wrong.
     *
     * @param aip what the package of the dossier would say
     * @param inCustody whether the archive holds the dossier already
     */
    List<Finding> check(
            SubmissionManifest.Dossier dossier,
            AipDescription aip,
            Instant submittedAt,
            boolean inCustody) {
        var findings =
                new ArrayList<>(
                        MetadataRules.check(
                                dossier, aip.fonds().code(), LegalDate.of(submittedAt)));
        if (inCustody) {
            findings.add(Finding.ofDossier(FindingCode.ALREADY_IN_CUSTODY));
        }
        // The package has a field table of its own; it only stands for a sound description.
        if (findings.stream().noneMatch(Finding::refuses)) {
            for (FieldViolation violation : packages.check(aip)) {
                findings.add(
                        Finding.ofDocument(
                                FindingCode.PACKAGE_FIELD_INVALID,
                                violation.docCode(),
                                violation.field(),
                                violation.rule().name()));
            }
        }
        return findings;
    }

    /**
     * The package of a dossier for the archive of its own agency (lưu trữ hiện hành): the agency is
     * maker and keeper; for its open fonds the fonds code is the agency's code (domain.md 2.7).
     */
    static AipDescription describe(
            SubmissionManifest.Dossier dossier,
            AipDescription.Party agency,
            UUID packageId,
            UUID submissionId,
            Instant createdAt) {
        return new AipDescription(
                AipDescription.objIdOf(packageId),
                dossier.description().dossierId(),
                dossier,
                agency,
                agency,
                new AipDescription.Source("UUID", submissionId.toString()),
                submissionId.toString(),
                AipDescription.Backup.PLANNED,
                createdAt);
    }
}
