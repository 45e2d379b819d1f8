package vn.hue.earchive.gateway.problem;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.trace.TraceContext;

/**
 * A problem in the caller's language: Vietnamese unless {@code Accept-Language} asks for English.
 * It says nothing about hosts, ports or exceptions behind the gateway; who needs those looks up the
 * {@code traceId} in the log.
 *
 * @param body UTF-8 JSON of type {@code application/problem+json}
 */
public record ProblemAnswer(GatewayProblem problem, Buffer body, Map<String, String> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final List<Locale> LOCALES =
            List.of(Locale.forLanguageTag("vi"), Locale.ENGLISH);

    /**
     * @param retryAfter seconds until it makes sense to come back, {@code null} where nobody knows
     * @param args what {0}, {1} … stand for in the texts
     */
    public static ProblemAnswer of(
            RoutingContext context,
            GatewayProblem problem,
            @Nullable Long retryAfter,
            Object... args) {
        Locale locale = locale(context.request());
        ResourceBundle texts = texts(locale);
        JsonObject json =
                new JsonObject()
                        .put("type", problem.type())
                        .put("title", text(texts, locale, problem, "title", args))
                        .put("status", problem.status())
                        .put("detail", text(texts, locale, problem, "detail", args))
                        .put("instance", context.request().path())
                        .put("code", problem.name())
                        .put("traceId", TraceContext.of(context).traceId())
                        .put("retryable", problem.retryable())
                        .put("nextStep", text(texts, locale, problem, "nextStep", args));
        Map<String, String> headers =
                retryAfter == null
                        ? Map.of(
                                "content-type",
                                MEDIA_TYPE,
                                "content-language",
                                locale.getLanguage())
                        : Map.of(
                                "content-type", MEDIA_TYPE,
                                "content-language", locale.getLanguage(),
                                "retry-after", Long.toString(retryAfter));
        return new ProblemAnswer(problem, json.toBuffer(), headers);
    }

    /** Sends it and makes sure that an unread request body does not keep the client hanging. */
    public void send(RoutingContext context) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        UnreadBody.discardAfterAnswer(context);
        headers.forEach((name, value) -> context.response().putHeader(name, value));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
        context.end(body);
    }

    static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "problems.gateway",
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String text(
            ResourceBundle texts,
            Locale locale,
            GatewayProblem problem,
            String part,
            Object... args) {
        return new MessageFormat(texts.getString(problem.name() + "." + part), locale).format(args);
    }

    private static Locale locale(HttpServerRequest request) {
        String wanted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (wanted == null || wanted.length() > 200) {
            return LOCALES.getFirst();
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), LOCALES);
            return found == null ? LOCALES.getFirst() : found;
        } catch (IllegalArgumentException notALanguageRange) {
            return LOCALES.getFirst();
        }
    }
}
