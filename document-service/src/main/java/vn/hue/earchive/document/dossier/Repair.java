package vn.hue.earchive.document.dossier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.ETags;

/**
 * The operation that mends a finding of the closing check.
 *
 * @param href path; {@code {dossier}} stands for the dossier's id
 * @param send body, with null where a person has to give the value
 */
record Repair(
        String operationId,
        String method,
        String href,
        boolean ifMatch,
        @Nullable Map<String, @Nullable Object> send) {

    /** Ready to be called for this dossier as it is now. */
    ClosingItem.Fix on(Dossier dossier) {
        return new ClosingItem.Fix(
                operationId,
                method,
                href.replace("{dossier}", dossier.id().toString()),
                ifMatch ? ETags.header(dossier.version()) : null,
                send);
    }

    private static final String DOSSIER = "/v1/dossiers/{dossier}";

    static Repair file() {
        return new Repair(
                "fileDocument", "POST", DOSSIER + "/documents", false, body("documentId", null));
    }

    static Repair remove(UUID documentId) {
        return new Repair(
                "removeDocument", "DELETE", DOSSIER + "/documents/" + documentId, true, null);
    }

    static Repair amend(String field, @Nullable Object value) {
        return new Repair("amendDossier", "PATCH", DOSSIER, true, body(field, value));
    }

    /** Fields whose values a person has to give. */
    static Repair amend(String first, String second, String third) {
        Map<String, @Nullable Object> body = body(first, null);
        body.put(second, null);
        body.put(third, null);
        return new Repair("amendDossier", "PATCH", DOSSIER, true, body);
    }

    static Repair close() {
        return new Repair("closeDossier", "POST", DOSSIER + "/closure", true, Map.of());
    }

    /** The register line is corrected where the document was entered. */
    static Repair correct(UUID documentId, boolean outgoing) {
        return outgoing
                ? new Repair(
                        "getOutgoingDocument",
                        "GET",
                        "/v1/outgoing-documents/" + documentId,
                        false,
                        null)
                : new Repair(
                        "getIncomingDocument",
                        "GET",
                        "/v1/incoming-documents/" + documentId,
                        false,
                        null);
    }

    /** The line's allowedActions say what completes the work. */
    static Repair complete(UUID documentId, boolean outgoing) {
        return correct(documentId, outgoing);
    }

    /** Another rule, with the reason for it. */
    static Repair retention() {
        Map<String, @Nullable Object> body = body("ruleCode", null);
        body.put("reason", null);
        return new Repair(
                "overrideDossierRetention", "POST", DOSSIER + "/retention-override", true, body);
    }

    /** What a person decides, with legal basis and reason. */
    static Repair access() {
        Map<String, @Nullable Object> body = body("accessMode", null);
        body.put("personalData", null);
        body.put("legalBasis", null);
        body.put("reason", null);
        return new Repair("decideDossierAccess", "POST", DOSSIER + "/access-decision", true, body);
    }

    static Repair signatures(UUID documentId) {
        return new Repair(
                "getDocumentSignatures",
                "GET",
                "/v1/documents/" + documentId + "/signatures",
                false,
                null);
    }

    private static Map<String, @Nullable Object> body(String field, @Nullable Object value) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put(field, value == null ? null : value.toString());
        return body;
    }
}
