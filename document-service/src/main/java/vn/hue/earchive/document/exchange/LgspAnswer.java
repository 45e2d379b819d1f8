package vn.hue.earchive.document.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bus answers, in the forms that are seen: {@code {"ErrorCode":"0","DocID":…}} and {@code
 * {"success":true,"data":{"docId":…}}} (domain reference 6).
 */
final class LgspAnswer {

    private static final Set<String> GOOD = Set.of("0", "00");
    private static final String BAD_CREDENTIALS = "15";

    /** Errors that the same message would meet again (domain reference 6). */
    private static final Set<String> FINAL = Set.of("10", "18", "19", "20", "21", "22", "23");

    private static final int DETAIL = 200;

    private LgspAnswer() {}

    /**
     * @param status HTTP status
     * @throws BusFailure when the bus refused or failed
     */
    static void check(int status, JsonNode answer) throws BusFailure {
        String code = text(answer, "ErrorCode", "errorCode", "code").orElse("");
        if (code.equals(BAD_CREDENTIALS) || status == 401 || status == 403) {
            throw new BusFailure(
                    BusFailure.Code.BUS_CREDENTIALS, code.isEmpty() ? "" + status : code, false);
        }
        if (FINAL.contains(code)) {
            throw new BusFailure(BusFailure.Code.BUS_REFUSED, code + "|" + message(answer), false);
        }
        boolean busy = status >= 500 || status == 408 || status == 425 || status == 429;
        if (busy) {
            throw new BusFailure(BusFailure.Code.BUS_FAILING, "" + status, true);
        }
        if (status >= 300) {
            throw new BusFailure(
                    BusFailure.Code.BUS_REFUSED, status + "|" + message(answer), false);
        }
        boolean denied = answer.path("success").isBoolean() && !answer.path("success").asBoolean();
        boolean unknown = !code.isEmpty() && !GOOD.contains(code) && !code.equals("" + status);
        if (denied || unknown) {
            // A code that the reference does not know: the bus may recover.
            throw new BusFailure(BusFailure.Code.BUS_REFUSED, code + "|" + message(answer), true);
        }
    }

    /** The name that the bus gave the message; empty when it gave none. */
    static Optional<String> busId(JsonNode answer) {
        return text(answer, "DocID", "docId", "DocId")
                .or(() -> text(answer.path("data"), "DocID", "docId", "DocId"));
    }

    private static String message(JsonNode answer) {
        String text = text(answer, "ErrorDesc", "errorDesc", "message", "statusDesc").orElse("");
        return text.length() <= DETAIL ? text : text.substring(0, DETAIL);
    }

    private static Optional<String> text(JsonNode node, String... names) {
        return List.of(names).stream()
                .map(node::path)
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .filter(t -> !t.isBlank())
                .findFirst();
    }
}
