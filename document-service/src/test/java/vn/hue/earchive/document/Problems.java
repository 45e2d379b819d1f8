package vn.hue.earchive.document;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ValidatableResponse;

/** What every refusal looks like. */
public final class Problems {

    private Problems() {}

    /** A problem with this status and code, a next step and a trace id. */
    public static ValidatableResponse expect(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("nextStep", not(blankOrNullString()))
                .body("detail", not(blankOrNullString()))
                .body("traceId", not(blankOrNullString()));
    }

    /** A 422 that names this finding. */
    public static ValidatableResponse expectFinding(
            ValidatableResponse answer, String pointer, String code) {
        return expect(answer, 422, "VALIDATION_FAILED")
                .body("violations.pointer", hasItem(pointer))
                .body("violations.code", hasItem(code))
                .body("violations.message", not(hasItem(blankOrNullString())));
    }
}
