package vn.hue.earchive.document;

import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** What people do with an incoming document, each act by whoever has the right to it. */
public final class HandlingActs {

    public static final String REGISTER = "/v1/incoming-documents/";

    private static final Map<String, String> ROLES =
            Map.of(
                    "submission", "clerk",
                    "assignment", "leader",
                    "start", "specialist",
                    "comments", "specialist",
                    "due-date", "unit-head",
                    "reports", "specialist",
                    "completion", "specialist",
                    "resumption", "unit-head",
                    "return", "clerk",
                    "recall", "clerk");

    private HandlingActs() {}

    /** An act with the version that is there. */
    public static ValidatableResponse act(
            TestAgency agency, String id, String act, Map<String, Object> body) {
        return agency.creating(ROLES.getOrDefault(act, "clerk"))
                .header("If-Match", Work.etag(agency, REGISTER + id))
                .body(body)
                .post(REGISTER + id + "/handling/" + act)
                .then();
    }

    /** Before the leader, and passed on to a unit. */
    public static void assign(TestAgency agency, String id, String unit) {
        act(agency, id, "submission", Map.of("leader", "Nguyễn Văn A")).statusCode(200);
        act(agency, id, "assignment", Map.of("leadUnit", unit, "assignee", "Trần Thị B"))
                .statusCode(200);
    }

    public static void start(TestAgency agency, String id) {
        act(agency, id, "start", Map.of()).statusCode(200);
    }
}
