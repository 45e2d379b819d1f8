package vn.hue.earchive.archive.access;

import static java.util.Map.entry;
import static vn.hue.earchive.kit.identity.Role.*;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import vn.hue.earchive.kit.identity.AccessPolicy;
import vn.hue.earchive.kit.identity.Role;

/**
 * Operation by role. Which rows are seen is decided by agency on top of this: a caller sees the
 * dossiers of the own agency and nothing else, whatever the role.
 */
@ApplicationScoped
class ArchiveAccessPolicy implements AccessPolicy {

    /** Who takes part in a hand-over, and who supervises it. */
    private static final Set<Role> INTAKE =
            Set.of(
                    CLERK,
                    SPECIALIST,
                    UNIT_HEAD,
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    INTEGRATION,
                    AUDITOR);

    /** Who hands over packages of other systems. */
    private static final Set<Role> SUBMITTERS = Set.of(AGENCY_ARCHIVIST, INTEGRATION);

    /** Who may know what the archive holds. */
    private static final Set<Role> DESCRIPTIONS =
            Set.of(
                    CLERK,
                    SPECIALIST,
                    UNIT_HEAD,
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    COUNCIL_MEMBER,
                    READER,
                    INTEGRATION,
                    AUDITOR);

    /** Who answers for what is preserved, and who looks after the suite. */
    private static final Set<Role> PRESERVATION =
            Set.of(
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    AUDITOR,
                    OPERATOR);

    /** Who is told what was done with a holding, by whom. */
    private static final Set<Role> EVIDENCE =
            Set.of(LEADER, AGENCY_ARCHIVIST, HISTORICAL_ARCHIVIST, ARCHIVE_DIRECTOR, AUDITOR);

    /** What is public: everybody with a token. */
    private static final Set<Role> EVERYBODY = Set.of(Role.values());

    /** Who answers for registers and reports. */
    private static final Set<Role> REGISTERS =
            Set.of(
                    UNIT_HEAD,
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    AUDITOR);

    /** Who describes a fonds. */
    private static final Set<Role> ARCHIVISTS =
            Set.of(AGENCY_ARCHIVIST, HISTORICAL_ARCHIVIST, ARCHIVE_DIRECTOR);

    /** Who looks after the suite. */
    private static final Set<Role> OPERATION = Set.of(OPERATOR);

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.ofEntries(
                entry("listIntakes", INTAKE),
                entry("getIntake", INTAKE),
                entry("getIntakeReceipt", INTAKE),
                entry("listPackages", INTAKE),
                entry("getPackage", INTAKE),
                entry("getPackageReceipt", INTAKE),
                entry("beginPackage", SUBMITTERS),
                entry("putPackagePart", SUBMITTERS),
                entry("completePackage", SUBMITTERS),
                entry("listSubmissionAgreements", INTAKE),
                entry("getSubmissionAgreement", INTAKE),
                entry("changeSubmissionAgreement", ARCHIVISTS),
                entry("listHoldings", DESCRIPTIONS),
                entry("getHolding", DESCRIPTIONS),
                entry("readHoldingFile", HoldingAccess.READERS),
                entry("readHoldingFileText", HoldingAccess.READERS),
                entry("readHoldingFilePreview", HoldingAccess.READERS),
                entry("exportHoldingPackage", HoldingAccess.EXPORTERS),
                entry("listAccessions", REGISTERS),
                entry("checkAccessions", REGISTERS),
                entry("getHoldingsStatistics", REGISTERS),
                entry("listFonds", DESCRIPTIONS),
                entry("getFonds", DESCRIPTIONS),
                entry("describeFonds", ARCHIVISTS),
                entry("getFixityProgress", PRESERVATION),
                entry("listFixityFindings", PRESERVATION),
                entry("getFixityFinding", PRESERVATION),
                entry("getFixityCertificate", PRESERVATION),
                entry("startFixityRound", OPERATION),
                entry("getFixityRound", OPERATION),
                entry("listArchiveStores", OPERATION),
                entry("compareArchiveStore", OPERATION),
                entry("getStoreComparison", OPERATION),
                entry("listStoreDifferences", OPERATION),
                entry("getEvidenceLog", PRESERVATION),
                entry("adoptEvidenceLog", OPERATION),
                entry("getEvidenceKey", EVERYBODY),
                entry("getEvidenceKeySet", EVERYBODY),
                entry("getEvidenceCheckpoint", EVERYBODY),
                entry("getEvidenceTile", EVERYBODY),
                entry("getEvidenceConsistency", EVERYBODY),
                entry("listHoldingEvidence", EVIDENCE),
                entry("getHoldingEvidence", EVIDENCE),
                entry("exportHoldingProof", HoldingAccess.EXPORTERS),
                entry("startRebuild", OPERATION),
                entry("listRebuilds", OPERATION),
                entry("getRebuild", OPERATION),
                entry("listRebuildFindings", OPERATION),
                entry("cancelRebuild", OPERATION));
    }
}
