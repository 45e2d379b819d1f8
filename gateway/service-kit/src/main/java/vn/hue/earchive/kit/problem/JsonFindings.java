package vn.hue.earchive.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** The meaning of a body that Jackson could not read. */
final class JsonFindings {

    private JsonFindings() {}

    static Problem of(JacksonException failure) {
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    new Problem(CommonProblem.UNKNOWN_PROPERTY, unknown.getPropertyName())
                            .withViolations(
                                    List.of(Violation.of(pointer(unknown), "UNKNOWN_PROPERTY")))
                            .causedBy(unknown);
            // A cause that is no binding failure means broken syntax inside the document.
            case DatabindException syntax
                    when syntax.getCause() instanceof JacksonException cause
                            && !(cause instanceof DatabindException) ->
                    new Problem(CommonProblem.MALFORMED_REQUEST).causedBy(syntax);
            case JsonMappingException value ->
                    new Problem(CommonProblem.VALIDATION_FAILED)
                            .withViolations(List.of(Violation.of(pointer(value), "INVALID_VALUE")))
                            .causedBy(value);
            default -> new Problem(CommonProblem.MALFORMED_REQUEST).causedBy(failure);
        };
    }

    private static String pointer(JsonMappingException failure) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference at : failure.getPath()) {
            String name = at.getFieldName();
            pointer.append('/').append(name == null ? String.valueOf(at.getIndex()) : name);
        }
        return pointer.toString();
    }
}
