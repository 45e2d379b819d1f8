package vn.hue.earchive.document.validation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.annotation.Annotation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Starts the findings of a request with what its constraints say. */
@ApplicationScoped
public class Validation {

    public static final Locale VIETNAMESE = Locale.of("vi");

    private final Validator validator;
    private final HttpHeaders headers;

    Validation(Validator validator, HttpHeaders headers) {
        this.validator = validator;
        this.headers = headers;
    }

    /** No findings yet, in the language of the request; in Vietnamese outside of one. */
    public Findings begin() {
        return new Findings(language());
    }

    /**
     * The findings of the constraints on a request's components.
     *
     * @throws Problem MALFORMED_REQUEST when there is no body at all
     */
    public Findings of(@Nullable Object request) {
        if (request == null) {
            throw new Problem(CommonProblem.MALFORMED_REQUEST);
        }
        Findings findings = begin();
        for (ConstraintViolation<Object> violation : validator.validate(request)) {
            var constraint = violation.getConstraintDescriptor();
            findings.add(
                    pointer(violation.getPropertyPath()),
                    code(constraint.getAnnotation()),
                    bounds(constraint.getAttributes()));
        }
        return findings;
    }

    public Locale language() {
        if (JobScope.current().isPresent()) {
            return VIETNAMESE;
        }
        return headers.getAcceptableLanguages().stream()
                .map(Locale::getLanguage)
                .filter(l -> l.equals("vi") || l.equals("en"))
                .findFirst()
                .map(Locale::of)
                .orElse(VIETNAMESE);
    }

    private static String code(Annotation constraint) {
        return switch (constraint.annotationType().getSimpleName()) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size" -> "WRONG_LENGTH";
            case "Min", "Max", "Positive" -> "OUT_OF_RANGE";
            default -> "WRONG_FORMAT";
        };
    }

    private static Object[] bounds(java.util.Map<String, Object> attributes) {
        Object min = attributes.getOrDefault("min", attributes.getOrDefault("value", ""));
        Object max = attributes.getOrDefault("max", attributes.getOrDefault("value", ""));
        return new Object[] {String.valueOf(min), String.valueOf(max)};
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
