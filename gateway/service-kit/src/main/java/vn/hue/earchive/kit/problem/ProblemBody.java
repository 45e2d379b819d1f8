package vn.hue.earchive.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import vn.hue.earchive.kit.trace.Trace;

/**
 * RFC 9457 body, media type {@code application/problem+json}.
 *
 * @param type stable: {@code urn:earchive:problem:<code in kebab case>}
 * @param title of the kind of problem
 * @param detail of this occurrence
 * @param instance path of the request
 * @param code stable, for programs
 * @param traceId what an operator searches the logs for
 * @param retryable true when the same request may succeed later unchanged
 * @param nextStep what the caller can do now
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        List<Violation> violations,
        String traceId,
        @JsonInclude(JsonInclude.Include.ALWAYS) boolean retryable,
        String nextStep) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static ProblemBody of(Problem problem, Locale language, String path) {
        ProblemType type = problem.type();
        return new ProblemBody(
                "urn:earchive:problem:" + type.code().toLowerCase(Locale.ROOT).replace('_', '-'),
                ProblemTexts.of(language, type, "title"),
                type.status(),
                ProblemTexts.of(language, type, "detail", problem.args()),
                path,
                type.code(),
                problem.violations().stream().map(v -> ProblemTexts.complete(language, v)).toList(),
                Trace.current().traceId(),
                type.retryable(),
                ProblemTexts.of(language, type, "nextStep", problem.args()));
    }
}
