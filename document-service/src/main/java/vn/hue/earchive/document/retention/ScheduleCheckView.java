package vn.hue.earchive.document.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.Violation;

/**
 * What an import would do; nothing has been written.
 *
 * @param acceptable true when the import would succeed now
 * @param encoding how the text was written: {@code UTF_8}, {@code UTF_8_NFD}, {@code UTF_16},
 *     {@code WINDOWS_1258}, {@code TCVN3}, {@code VNI} or {@code UNKNOWN}
 * @param errors at most 100, in the order of the lines
 * @param warnings what would be mended by itself or deserves a look
 * @param follows the version that this one would follow
 * @param changes lines by what becomes of them: {@code ADDED}, {@code SAME}, {@code
 *     PERIOD_CHANGED}, {@code RENAMED}, {@code SPLIT}, {@code DROPPED}
 * @param mapping the lines that do not stay as they are, at most 200
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ScheduleCheckView(
        boolean acceptable,
        String encoding,
        int ruleCount,
        List<LineFinding> errors,
        List<LineFinding> warnings,
        @Nullable UUID follows,
        Map<String, Integer> changes,
        List<RuleMapping.Step> mapping) {

    private static final Pattern POINTER = Pattern.compile("/lines/(\\d+)(?:/(\\w+))?");

    /**
     * One finding.
     *
     * @param line from 1, the header; absent when it concerns the whole file
     * @param column name of the column; absent when it concerns the whole line
     * @param message what is wrong and what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineFinding(
            @Nullable Integer line, @Nullable String column, String code, String message) {

        static LineFinding of(Violation violation) {
            Matcher at = POINTER.matcher(violation.pointer());
            boolean inLine = at.matches();
            return new LineFinding(
                    inLine ? Integer.valueOf(at.group(1)) : null,
                    inLine ? at.group(2) : null,
                    violation.code(),
                    violation.message());
        }
    }
}
