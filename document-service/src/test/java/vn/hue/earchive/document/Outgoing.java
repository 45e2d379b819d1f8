package vn.hue.earchive.document;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An outgoing document on its way through the hands of an agency; each step must succeed. */
public final class Outgoing {

    public static final String PATH = "/v1/outgoing-documents";

    private static final List<String> STEPS =
            List.of("review", "approval", "signature", "number", "agency-signature", "issue");

    private static final Map<String, String> ROLES =
            Map.of(
                    "review", "unit-head",
                    "approval", "leader",
                    "signature", "leader",
                    "number", "clerk",
                    "agency-signature", "clerk",
                    "issue", "clerk");

    private Outgoing() {}

    /** A decision on paper, good but for what a test spoils. */
    public static Map<String, Object> paper() {
        Map<String, Object> draft = new HashMap<>();
        draft.put("typeCode", "02");
        draft.put("subject", "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số phường");
        draft.put("pageCount", 2);
        draft.put("confidenceLevel", "02");
        draft.put("signerPosition", "Chủ tịch");
        draft.put("signerName", "Nguyễn Văn A");
        draft.put(
                "recipients",
                List.of(
                        Map.of("organId", "H57.12", "name", "Sở Nội vụ thành phố Huế"),
                        Map.of("name", "Các thành viên Ban Chỉ đạo")));
        return draft;
    }

    /** A born-digital one with its file. */
    public static Map<String, Object> electronic(String upload) {
        Map<String, Object> draft = paper();
        draft.put("confidenceLevel", "01");
        draft.put("files", List.of(Map.of("uploadId", upload, "role", "MAIN")));
        return draft;
    }

    public static String draft(TestAgency agency, Map<String, Object> draft) {
        return agency.creating("specialist")
                .body(draft)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
    }

    /** A step by whoever has the right to it, with the version that is there. */
    public static ValidatableResponse step(
            TestAgency agency, String id, String step, Map<String, Object> body) {
        return agency.creating(ROLES.getOrDefault(step, "clerk"))
                .header("If-Match", Work.etag(agency, PATH + "/" + id))
                .body(body)
                .post(PATH + "/" + id + "/" + step)
                .then();
    }

    /** Takes a paper document to the state behind this step. */
    public static String upTo(TestAgency agency, Map<String, Object> draft, String last) {
        String id = draft(agency, draft);
        for (String step : STEPS.subList(0, STEPS.indexOf(last) + 1)) {
            step(agency, id, step, Map.of()).statusCode(200);
        }
        return id;
    }

    /** A born-digital document, signed by person and agency, that is out. */
    public static String issuedElectronic(TestAgency agency) {
        String id = draft(agency, electronic(Work.upload(agency, Work.pdf())));
        for (String step : STEPS) {
            Map<String, Object> body =
                    step.endsWith("signature")
                            ? Map.of("signedFile", Work.upload(agency, Work.pdf()))
                            : Map.of();
            step(agency, id, step, body).statusCode(200);
        }
        return id;
    }

    public static String issued(TestAgency agency) {
        return upTo(agency, paper(), "issue");
    }
}
