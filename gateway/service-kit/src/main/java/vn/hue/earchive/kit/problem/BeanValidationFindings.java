package vn.hue.earchive.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a Bean Validation finding into one that names a place in the request. */
final class BeanValidationFindings {

    private BeanValidationFindings() {}

    static Violation of(ConstraintViolation<?> found) {
        return new Violation(
                pointer(found),
                code(
                        found.getConstraintDescriptor()
                                .getAnnotation()
                                .annotationType()
                                .getSimpleName()),
                found.getMessage());
    }

    /** {@code NotBlank} becomes {@code NOT_BLANK}. */
    private static String code(String constraint) {
        return constraint.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String pointer(ConstraintViolation<?> found) {
        List<Path.Node> nodes = new ArrayList<>();
        found.getPropertyPath().forEach(nodes::add);
        if (nodes.size() < 2 || nodes.getFirst().getKind() != ElementKind.METHOD) {
            return join(nodes);
        }
        @Nullable Parameter parameter = parameter(found.getRootBeanClass(), nodes);
        List<Path.Node> inside = nodes.subList(2, nodes.size());
        if (parameter == null) {
            return join(inside);
        }
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return parameter.getAnnotation(QueryParam.class).value();
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return parameter.getAnnotation(HeaderParam.class).value();
        }
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return parameter.getAnnotation(PathParam.class).value();
        }
        if (parameter.isAnnotationPresent(BeanParam.class) && !inside.isEmpty()) {
            return String.valueOf(inside.getLast().getName());
        }
        return join(inside);
    }

    private static @Nullable Parameter parameter(Class<?> bean, List<Path.Node> nodes) {
        if (nodes.get(1).getKind() != ElementKind.PARAMETER) {
            return null;
        }
        Path.MethodNode called = nodes.get(0).as(Path.MethodNode.class);
        int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
        Class<?>[] types = called.getParameterTypes().toArray(Class<?>[]::new);
        // The container's subclass repeats the method without its annotations: look at the top one.
        Parameter last = null;
        for (Class<?> at = bean; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.getName().equals(called.getName())
                        && List.of(method.getParameterTypes()).equals(List.of(types))) {
                    last = method.getParameters()[index];
                }
            }
        }
        return last;
    }

    private static String join(List<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : nodes) {
            Integer index = node.getIndex();
            if (node.isInIterable() && index != null) {
                pointer.append('/').append(index);
            } else if (node.isInIterable() && node.getKey() != null) {
                pointer.append('/').append(escape(String.valueOf(node.getKey())));
            }
            String name = node.getName();
            if (name != null && node.getKind() == ElementKind.PROPERTY) {
                pointer.append('/').append(escape(name));
            }
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
