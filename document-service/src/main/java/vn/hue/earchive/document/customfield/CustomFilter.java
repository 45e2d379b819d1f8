package vn.hue.earchive.document.customfield;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Narrows a list to what has exactly this value in a field: {@code customField=key:value}. */
public record CustomFilter(String key, String value) {

    /**
     * @throws Problem INVALID_PARAMETER
     */
    public static @Nullable CustomFilter of(@Nullable String parameter) {
        if (parameter == null) {
            return null;
        }
        int colon = parameter.indexOf(':');
        String value = VietnameseText.clean(parameter.substring(colon + 1));
        if (colon < 1 || value == null) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "customField");
        }
        return new CustomFilter(parameter.substring(0, colon), value);
    }

    /** Adds the condition to a query over entities with an {@code id}. */
    public static void narrow(
            StringBuilder where, Map<String, Object> parameters, @Nullable CustomFilter filter) {
        if (filter != null) {
            where.append(
                    " and id in (select v.id.subjectId from CustomValue v where v.id.key ="
                            + " :customKey and v.value = :customValue)");
            parameters.put("customKey", filter.key());
            parameters.put("customValue", filter.value());
        }
    }
}
