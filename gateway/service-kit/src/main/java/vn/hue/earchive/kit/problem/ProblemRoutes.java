package vn.hue.earchive.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers what is refused before JAX-RS sees the request, or is not its own, with the same body: a
 * token that the OIDC layer rejects, a body that is too large, a path that nothing serves.
 */
@Singleton
class ProblemRoutes {

    private static final Map<Integer, CommonProblem> BY_STATUS =
            Map.of(
                    400, CommonProblem.MALFORMED_REQUEST,
                    401, CommonProblem.UNAUTHENTICATED,
                    403, CommonProblem.FORBIDDEN,
                    404, CommonProblem.NOT_FOUND,
                    405, CommonProblem.METHOD_NOT_ALLOWED,
                    413, CommonProblem.CONTENT_TOO_LARGE,
                    415, CommonProblem.UNSUPPORTED_MEDIA_TYPE);

    /** After trace (500) and security headers (490), before authentication (200). */
    private static final int BEFORE_AUTHENTICATION = 480;

    private final ObjectMapper json;
    private final long maxBody;

    ProblemRoutes(
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10240K")
                    MemorySize maxBody) {
        this.json = json;
        this.maxBody = maxBody.asLongValue();
    }

    /** Quarkus would refuse a body that announces itself as too large without a word. */
    void limit(@Observes Filters filters) {
        filters.register(
                request -> {
                    if (announced(request) > maxBody) {
                        request.response().putHeader("Connection", "close");
                        answer(request, CommonProblem.CONTENT_TOO_LARGE, null);
                    } else {
                        request.next();
                    }
                },
                BEFORE_AUTHENTICATION);
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route().last().handler(request -> answer(request, CommonProblem.NOT_FOUND, null));
    }

    private void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (request.response().headWritten()) {
            request.next();
            return;
        }
        answer(request, meaning(request.statusCode(), failure), failure);
    }

    private static ProblemType meaning(int status, @Nullable Throwable failure) {
        if (failure != null) {
            for (Throwable at : Failures.chain(failure)) {
                if (at instanceof OIDCException) {
                    return CommonProblem.IDENTITY_PROVIDER_UNAVAILABLE;
                }
            }
            if (failure instanceof AuthenticationFailedException) {
                return CommonProblem.UNAUTHENTICATED;
            }
            ProblemType known = Failures.problem(failure).type();
            if (known != CommonProblem.INTERNAL) {
                return known;
            }
        }
        return BY_STATUS.getOrDefault(status, CommonProblem.INTERNAL);
    }

    private void answer(RoutingContext request, ProblemType type, @Nullable Throwable failure) {
        Problem problem = new Problem(type);
        if (failure != null) {
            problem.causedBy(failure);
        }
        ProblemMapper.log(problem, problem);
        Locale language = Languages.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        HttpServerResponse response = request.response().setStatusCode(type.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE);
        response.putHeader(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
        response.putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        ProblemHeaders.of(type).forEach(response::putHeader);
        response.end(body(ProblemBody.of(problem, language, request.normalizedPath())))
                .onFailure(ignored -> request.request().connection().close());
    }

    private String body(ProblemBody problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
