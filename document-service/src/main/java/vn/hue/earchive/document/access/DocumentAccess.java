package vn.hue.earchive.document.access;

import static vn.hue.earchive.kit.identity.Role.AGENCY_ARCHIVIST;
import static vn.hue.earchive.kit.identity.Role.ARCHIVE_DIRECTOR;
import static vn.hue.earchive.kit.identity.Role.AUDITOR;
import static vn.hue.earchive.kit.identity.Role.CLERK;
import static vn.hue.earchive.kit.identity.Role.INTEGRATION;
import static vn.hue.earchive.kit.identity.Role.LEADER;
import static vn.hue.earchive.kit.identity.Role.OPERATOR;
import static vn.hue.earchive.kit.identity.Role.SPECIALIST;
import static vn.hue.earchive.kit.identity.Role.UNIT_HEAD;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import vn.hue.earchive.kit.identity.AccessPolicy;
import vn.hue.earchive.kit.identity.Role;

/**
 * Operation → roles. Which rows a caller sees is decided by agency on top of this: the objects of
 * another agency do not exist for them (row-level security, answer 404).
 */
@ApplicationScoped
public class DocumentAccess implements AccessPolicy {

    /** The people who work with the documents of an agency. */
    public static final Set<Role> STAFF =
            Set.of(CLERK, SPECIALIST, UNIT_HEAD, LEADER, AGENCY_ARCHIVIST);

    private static final Set<Role> STAFF_AND_AUDIT =
            Set.of(CLERK, SPECIALIST, UNIT_HEAD, LEADER, AGENCY_ARCHIVIST, AUDITOR);
    private static final Set<Role> REGISTRATION = Set.of(CLERK, INTEGRATION);
    private static final Set<Role> READS_REGISTRATION =
            Set.of(CLERK, SPECIALIST, UNIT_HEAD, LEADER, AGENCY_ARCHIVIST, AUDITOR, INTEGRATION);
    private static final Set<Role> FEED_READERS = Set.of(INTEGRATION, AUDITOR);
    private static final Set<Role> READS_EXCHANGE = Set.of(CLERK, LEADER, AUDITOR, INTEGRATION);
    private static final Set<Role> MAKES_DOSSIERS = Set.of(SPECIALIST, UNIT_HEAD);
    private static final Set<Role> DRAFTS_LISTS = Set.of(SPECIALIST, UNIT_HEAD, AGENCY_ARCHIVIST);

    private static final Set<Role> IMPORTS_RULES = Set.of(OPERATOR, AGENCY_ARCHIVIST);
    private static final Set<Role> MAKES_DOSSIERS_OR_LISTS =
            Set.of(SPECIALIST, UNIT_HEAD, AGENCY_ARCHIVIST);

    private static final Map<String, Set<Role>> PERMISSIONS =
            Map.ofEntries(
                    Map.entry("registerAgency", Set.of(OPERATOR)),
                    Map.entry("getAgency", ANY_ROLE),
                    Map.entry("listAgencies", ANY_ROLE),
                    Map.entry("getCodeList", ANY_ROLE),
                    Map.entry("listStatutoryPeriods", ANY_ROLE),
                    Map.entry("importRetentionSchedule", IMPORTS_RULES),
                    Map.entry("checkRetentionSchedule", IMPORTS_RULES),
                    Map.entry("approveRetentionSchedule", Set.of(ARCHIVE_DIRECTOR, LEADER)),
                    Map.entry("listRetentionSchedules", ANY_ROLE),
                    Map.entry("getRetentionSchedule", ANY_ROLE),
                    Map.entry("listRetentionRuleMapping", ANY_ROLE),
                    Map.entry("listRetentionSources", ANY_ROLE),
                    Map.entry("findRetentionRules", ANY_ROLE),
                    Map.entry("getRetentionGuide", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("suggestRetentionRules", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("getRetentionSuggestion", STAFF_AND_AUDIT),
                    Map.entry("listRetentionSuggestions", STAFF_AND_AUDIT),
                    Map.entry("decideRetentionSuggestion", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("listRetentionDueDates", STAFF_AND_AUDIT),
                    Map.entry("listRetentionOverrides", STAFF_AND_AUDIT),
                    Map.entry("getRetentionStatistics", STAFF_AND_AUDIT),
                    Map.entry("getDossierRetention", STAFF_AND_AUDIT),
                    Map.entry("previewRetentionRecomputation", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("startRetentionRecomputation", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("listRetentionRecomputations", STAFF_AND_AUDIT),
                    Map.entry("getRetentionRecomputation", STAFF_AND_AUDIT),
                    Map.entry("listRetentionRecomputationItems", STAFF_AND_AUDIT),
                    Map.entry("overrideDossierRetention", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("overrideDocumentRetention", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("enterRetentionEvent", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("uploadFile", Set.of(CLERK, SPECIALIST, INTEGRATION)),
                    Map.entry("getUpload", Set.of(CLERK, SPECIALIST, INTEGRATION)),
                    Map.entry("registerIncomingDocument", REGISTRATION),
                    Map.entry("getIncomingDocument", READS_REGISTRATION),
                    Map.entry("listIncomingDocuments", READS_REGISTRATION),
                    Map.entry("getNumberScheme", STAFF_AND_AUDIT),
                    Map.entry("decideNumberScheme", Set.of(LEADER)),
                    Map.entry("reserveOutgoingNumber", Set.of(CLERK)),
                    Map.entry("voidOutgoingNumber", Set.of(CLERK)),
                    Map.entry("listOutgoingNumbers", STAFF_AND_AUDIT),
                    Map.entry("draftOutgoingDocument", Set.of(CLERK, SPECIALIST, UNIT_HEAD)),
                    Map.entry("amendOutgoingDocument", Set.of(CLERK, SPECIALIST, UNIT_HEAD)),
                    Map.entry("getOutgoingDocument", READS_REGISTRATION),
                    Map.entry("listOutgoingDocuments", READS_REGISTRATION),
                    Map.entry("reviewOutgoingDocument", Set.of(CLERK, UNIT_HEAD)),
                    Map.entry("approveOutgoingDocument", Set.of(LEADER)),
                    Map.entry("sendBackOutgoingDocument", Set.of(CLERK, UNIT_HEAD, LEADER)),
                    Map.entry("signOutgoingDocument", Set.of(LEADER, UNIT_HEAD)),
                    Map.entry("numberOutgoingDocument", Set.of(CLERK)),
                    Map.entry("giveUpOutgoingNumber", Set.of(CLERK)),
                    Map.entry("agencySignOutgoingDocument", Set.of(CLERK)),
                    Map.entry("issueOutgoingDocument", Set.of(CLERK)),
                    Map.entry("recallOutgoingDocument", Set.of(CLERK, LEADER)),
                    Map.entry("getHandling", READS_REGISTRATION),
                    Map.entry("listHandlingEntries", STAFF_AND_AUDIT),
                    Map.entry("listHandlingTasks", STAFF_AND_AUDIT),
                    Map.entry("submitIncomingDocument", Set.of(CLERK)),
                    Map.entry("assignIncomingDocument", Set.of(CLERK, LEADER)),
                    Map.entry("startHandling", Set.of(SPECIALIST, UNIT_HEAD)),
                    Map.entry("commentOnHandling", STAFF),
                    Map.entry("setHandlingDueDate", Set.of(UNIT_HEAD, LEADER)),
                    Map.entry("reportCoUnit", Set.of(SPECIALIST, UNIT_HEAD)),
                    Map.entry("completeHandling", Set.of(SPECIALIST, UNIT_HEAD)),
                    Map.entry("resumeHandling", Set.of(UNIT_HEAD, LEADER)),
                    Map.entry("returnIncomingDocument", Set.of(CLERK)),
                    Map.entry("recallIncomingDocument", Set.of(CLERK)),
                    Map.entry("enterSecretStub", Set.of(CLERK)),
                    Map.entry("listSecretStubs", STAFF_AND_AUDIT),
                    Map.entry("findDuplicates", READS_REGISTRATION),
                    Map.entry("receiveEdxmlMessage", REGISTRATION),
                    Map.entry("getEdxmlMessage", REGISTRATION),
                    Map.entry("registerEdxmlMessage", REGISTRATION),
                    Map.entry("listEdxmlMessages", REGISTRATION),
                    Map.entry("returnEdxmlMessage", REGISTRATION),
                    Map.entry("acceptEdxmlMessage", Set.of(CLERK)),
                    Map.entry("refuseEdxmlMessage", Set.of(CLERK)),
                    Map.entry("receiveEmail", REGISTRATION),
                    Map.entry("placeArrival", REGISTRATION),
                    Map.entry("listArrivals", READS_EXCHANGE),
                    Map.entry("getArrival", READS_EXCHANGE),
                    Map.entry("registerArrival", REGISTRATION),
                    Map.entry("returnArrival", Set.of(CLERK)),
                    Map.entry("dismissArrival", Set.of(CLERK)),
                    Map.entry("mergeArrival", Set.of(CLERK)),
                    Map.entry("downloadArrivalMessage", Set.of(CLERK)),
                    Map.entry("downloadArrivalFile", Set.of(CLERK)),
                    Map.entry("registerOrganAlias", Set.of(OPERATOR)),
                    Map.entry("listOrganAliases", ANY_ROLE),
                    Map.entry("listOutboundMessages", READS_EXCHANGE),
                    Map.entry("getOutboundMessage", READS_EXCHANGE),
                    Map.entry("getOutboundMessageContent", Set.of(CLERK)),
                    Map.entry("sendDocumentUpdate", Set.of(CLERK)),
                    Map.entry("listExchangeFailures", READS_EXCHANGE),
                    Map.entry("getExchangeFailure", READS_EXCHANGE),
                    Map.entry("replayExchangeFailure", Set.of(CLERK)),
                    Map.entry("dismissExchangeFailure", Set.of(CLERK)),
                    Map.entry("downloadDocumentFile", STAFF),
                    Map.entry("makeFileVariant", Set.of(CLERK, SPECIALIST)),
                    Map.entry("getDocumentSignatures", READS_REGISTRATION),
                    Map.entry("listSignatureReports", READS_REGISTRATION),
                    Map.entry("downloadSignatureReport", READS_REGISTRATION),
                    Map.entry("recheckSignatures", Set.of(CLERK, AGENCY_ARCHIVIST)),
                    Map.entry("listChanges", FEED_READERS),
                    Map.entry("createWebhook", Set.of(INTEGRATION)),
                    Map.entry("listWebhooks", FEED_READERS),
                    Map.entry("getWebhook", FEED_READERS),
                    Map.entry("changeWebhook", Set.of(INTEGRATION)),
                    Map.entry("deleteWebhook", Set.of(INTEGRATION)),
                    Map.entry("challengeWebhook", Set.of(INTEGRATION)),
                    Map.entry("replayWebhook", Set.of(INTEGRATION)),
                    Map.entry("listWebhookDeliveries", FEED_READERS),
                    Map.entry("getWebhookDelivery", FEED_READERS),
                    Map.entry("createDossierList", Set.of(UNIT_HEAD, AGENCY_ARCHIVIST)),
                    Map.entry("copyDossierList", Set.of(UNIT_HEAD, AGENCY_ARCHIVIST)),
                    Map.entry("addDossierListItem", DRAFTS_LISTS),
                    Map.entry("changeDossierListItem", DRAFTS_LISTS),
                    Map.entry("removeDossierListItem", DRAFTS_LISTS),
                    Map.entry("importDossierListItems", DRAFTS_LISTS),
                    Map.entry("reviewDossierList", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("returnDossierList", Set.of(LEADER, AGENCY_ARCHIVIST)),
                    Map.entry("approveDossierList", Set.of(LEADER)),
                    Map.entry("issueDossierList", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("closeDossierList", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("listDossierLists", STAFF_AND_AUDIT),
                    Map.entry("getDossierList", STAFF_AND_AUDIT),
                    Map.entry("listDossierListItems", STAFF_AND_AUDIT),
                    Map.entry("createAccessRuleSet", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("listAccessRuleSets", STAFF_AND_AUDIT),
                    Map.entry("getAccessRuleSet", STAFF_AND_AUDIT),
                    Map.entry("previewAccessRuleSet", Set.of(AGENCY_ARCHIVIST, LEADER)),
                    Map.entry("approveAccessRuleSet", Set.of(LEADER)),
                    Map.entry("getDossierAccess", STAFF_AND_AUDIT),
                    Map.entry("decideDossierAccess", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("decideDocumentAccess", MAKES_DOSSIERS_OR_LISTS),
                    Map.entry("createClassificationScheme", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("listClassificationSchemes", STAFF_AND_AUDIT),
                    Map.entry("getClassificationScheme", STAFF_AND_AUDIT),
                    Map.entry("previewClassificationScheme", Set.of(AGENCY_ARCHIVIST, LEADER)),
                    Map.entry("approveClassificationScheme", Set.of(LEADER)),
                    Map.entry("getDossierListTree", STAFF_AND_AUDIT),
                    Map.entry("placeListLine", DRAFTS_LISTS),
                    Map.entry("defineCustomField", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("listCustomFields", READS_REGISTRATION),
                    Map.entry("retireCustomField", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("getDocumentCustomFields", READS_REGISTRATION),
                    Map.entry("changeDocumentCustomFields", Set.of(CLERK, SPECIALIST)),
                    Map.entry("getDossierCustomFields", STAFF_AND_AUDIT),
                    Map.entry("changeDossierCustomFields", MAKES_DOSSIERS),
                    Map.entry("getIncomingDocumentTemplate", REGISTRATION),
                    Map.entry("getOutgoingDocumentTemplate", Set.of(CLERK, SPECIALIST, UNIT_HEAD)),
                    Map.entry("getDossierTemplate", MAKES_DOSSIERS),
                    Map.entry("openDossier", MAKES_DOSSIERS),
                    Map.entry("getDossier", STAFF_AND_AUDIT),
                    Map.entry("listDossiers", STAFF_AND_AUDIT),
                    Map.entry("amendDossier", MAKES_DOSSIERS),
                    Map.entry("fileDocument", MAKES_DOSSIERS),
                    Map.entry("removeDocument", MAKES_DOSSIERS),
                    Map.entry("moveDocument", MAKES_DOSSIERS),
                    Map.entry("addMediaItem", MAKES_DOSSIERS),
                    Map.entry("removeMediaItem", MAKES_DOSSIERS),
                    Map.entry("listMediaItems", STAFF_AND_AUDIT),
                    Map.entry("downloadMediaFile", STAFF),
                    Map.entry("listUnfiledDocuments", STAFF_AND_AUDIT),
                    Map.entry("fileUnfiledDocuments", MAKES_DOSSIERS),
                    Map.entry("listDossierDocuments", STAFF_AND_AUDIT),
                    Map.entry("checkDossierClosing", STAFF),
                    Map.entry("closeDossier", MAKES_DOSSIERS),
                    Map.entry("reopenDossier", MAKES_DOSSIERS),
                    Map.entry("submitDossiers", MAKES_DOSSIERS),
                    Map.entry("getSubmission", STAFF_AND_AUDIT),
                    Map.entry("listSubmissions", STAFF_AND_AUDIT),
                    Map.entry("getHandOverMinutes", STAFF_AND_AUDIT),
                    Map.entry("getHandOverMinutesContent", STAFF_AND_AUDIT),
                    Map.entry("confirmDelivery", MAKES_DOSSIERS),
                    Map.entry("confirmReceipt", Set.of(AGENCY_ARCHIVIST)),
                    Map.entry("requestHoldBack", MAKES_DOSSIERS),
                    Map.entry("getHoldBack", STAFF_AND_AUDIT),
                    Map.entry("listHoldBacks", STAFF_AND_AUDIT),
                    Map.entry("decideHoldBack", Set.of(LEADER)),
                    Map.entry("withdrawHoldBack", MAKES_DOSSIERS),
                    Map.entry("listReminders", STAFF),
                    Map.entry("listDueHandOvers", STAFF_AND_AUDIT),
                    Map.entry("summariseDueHandOvers", STAFF_AND_AUDIT),
                    Map.entry("listOpenWork", STAFF_AND_AUDIT),
                    Map.entry("handOverWork", Set.of(UNIT_HEAD, LEADER)),
                    Map.entry("getWorkHandOver", STAFF_AND_AUDIT),
                    Map.entry("listWorkHandOvers", STAFF_AND_AUDIT),
                    Map.entry("resetTrainingAgency", Set.of(LEADER)),
                    Map.entry("getTrainingReset", Set.of(LEADER, AUDITOR)),
                    Map.entry("printRegister", STAFF_AND_AUDIT),
                    Map.entry("closeRegister", Set.of(CLERK)),
                    Map.entry("printHandlingReport", STAFF_AND_AUDIT),
                    Map.entry("getStatistics", STAFF_AND_AUDIT),
                    Map.entry("printStatistics", STAFF_AND_AUDIT),
                    Map.entry("getOverview", STAFF_AND_AUDIT),
                    Map.entry("listRegisterClosings", STAFF_AND_AUDIT),
                    Map.entry("getRegisterClosing", STAFF_AND_AUDIT),
                    Map.entry("verifyRegisterSeal", STAFF_AND_AUDIT),
                    Map.entry("printClosedRegister", STAFF_AND_AUDIT),
                    Map.entry("listRegisterAmendments", STAFF_AND_AUDIT),
                    Map.entry("printRegisterAmendments", STAFF_AND_AUDIT),
                    Map.entry("amendSealedLine", Set.of(CLERK)),
                    Map.entry("printSubmissionPaper", STAFF_AND_AUDIT),
                    Map.entry("printDossierContents", STAFF_AND_AUDIT),
                    Map.entry("printDossierList", STAFF_AND_AUDIT));

    @Override
    public Map<String, Set<Role>> permissions() {
        return PERMISSIONS;
    }
}
