package vn.hue.earchive.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One mapper for each family of failures that the framework would otherwise answer by itself. */
final class ProblemMappers {

    private static final Map<Integer, CommonProblem> BY_STATUS =
            Map.of(
                    400, CommonProblem.MALFORMED_REQUEST,
                    401, CommonProblem.UNAUTHENTICATED,
                    403, CommonProblem.FORBIDDEN,
                    404, CommonProblem.NOT_FOUND,
                    405, CommonProblem.METHOD_NOT_ALLOWED,
                    406, CommonProblem.NOT_ACCEPTABLE,
                    413, CommonProblem.CONTENT_TOO_LARGE,
                    415, CommonProblem.UNSUPPORTED_MEDIA_TYPE,
                    416, CommonProblem.RANGE_NOT_SATISFIABLE);

    private ProblemMappers() {}

    /** Our own, and everything unknown: the meaning is looked for in the causes. */
    @Provider
    static class Anything extends ProblemMapper<Throwable> {
        @Override
        Problem meaning(Throwable failure) {
            return Failures.problem(failure);
        }
    }

    @Provider
    static class Ours extends ProblemMapper<Problem> {
        @Override
        Problem meaning(Problem failure) {
            return failure;
        }
    }

    @Provider
    static class Unauthenticated extends ProblemMapper<UnauthorizedException> {
        @Override
        Problem meaning(UnauthorizedException failure) {
            return Failures.problem(failure);
        }
    }

    @Provider
    static class TokenRefused extends ProblemMapper<AuthenticationFailedException> {
        @Override
        Problem meaning(AuthenticationFailedException failure) {
            return Failures.problem(failure);
        }
    }

    @Provider
    static class Forbidden extends ProblemMapper<ForbiddenException> {
        @Override
        Problem meaning(ForbiddenException failure) {
            return Failures.problem(failure);
        }
    }

    /** What JAX-RS refuses: no such path, method, media type; also unreadable bodies. */
    @Provider
    static class Refused extends ProblemMapper<WebApplicationException> {

        @Context @Nullable ResourceInfo resource;

        @Override
        Problem meaning(WebApplicationException failure) {
            for (Throwable at : Failures.chain(failure)) {
                if (at instanceof JacksonException json) {
                    return JsonFindings.of(json);
                }
                if (at instanceof Problem problem) {
                    return problem;
                }
            }
            int status = failure.getResponse().getStatus();
            if (status == 404 && failure.getCause() != null && queryIsToBlame()) {
                return new Problem(CommonProblem.INVALID_PARAMETER, "?").causedBy(failure);
            }
            CommonProblem type = BY_STATUS.getOrDefault(status, CommonProblem.INTERNAL);
            return new Problem(type).causedBy(failure);
        }

        /**
         * JAX-RS answers 404 for any parameter that does not convert. For a path that is right; a
         * query parameter is to blame when the ids in the path are well formed.
         */
        private boolean queryIsToBlame() {
            ResourceInfo at = resource;
            var asked = uri;
            @Nullable Method method = at == null ? null : at.getResourceMethod();
            if (method == null || asked == null || asked.getQueryParameters().isEmpty()) {
                return false;
            }
            for (Parameter parameter : method.getParameters()) {
                PathParam path = parameter.getAnnotation(PathParam.class);
                if (path != null && parameter.getType() == UUID.class) {
                    String value = asked.getPathParameters().getFirst(path.value());
                    if (value == null || !value.matches("[0-9a-fA-F-]{36}")) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    @Provider
    static class UnreadableJson extends ProblemMapper<MismatchedInputException> {
        @Override
        Problem meaning(MismatchedInputException failure) {
            return JsonFindings.of(failure);
        }
    }

    @Provider
    static class InvalidRequest extends ProblemMapper<ConstraintViolationException> {
        @Override
        Problem meaning(ConstraintViolationException failure) {
            if (failure.getConstraintViolations().stream()
                    .anyMatch(found -> isReturnValue(found.getPropertyPath()))) {
                return new Problem(CommonProblem.INTERNAL).causedBy(failure);
            }
            return new Problem(CommonProblem.VALIDATION_FAILED)
                    .withViolations(
                            failure.getConstraintViolations().stream()
                                    .map(BeanValidationFindings::of)
                                    .sorted(
                                            java.util.Comparator.comparing(Violation::pointer)
                                                    .thenComparing(Violation::code))
                                    .toList())
                    .causedBy(failure);
        }

        private static boolean isReturnValue(Path path) {
            for (Path.Node node : path) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return true;
                }
            }
            return false;
        }
    }

    @Provider
    static class BrokenConstraint extends ProblemMapper<ConstraintDeclarationException> {
        @Override
        Problem meaning(ConstraintDeclarationException failure) {
            return new Problem(CommonProblem.INTERNAL).causedBy(failure);
        }
    }
}
