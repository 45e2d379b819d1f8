package vn.hue.earchive.kit.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters that a resource method takes. */
final class KnownParameters {

    private KnownParameters() {}

    /** Name → whether it may be given more than once. */
    static Map<String, Boolean> of(Method method) {
        Map<String, Boolean> known = new TreeMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                collect(parameter.getType(), known);
            } else {
                add(parameter, parameter.getName(), parameter.getType(), known);
            }
        }
        return Map.copyOf(known);
    }

    private static void collect(Class<?> bean, Map<String, Boolean> known) {
        if (bean.isRecord()) {
            for (RecordComponent component : bean.getRecordComponents()) {
                add(component, component.getName(), component.getType(), known);
            }
        }
        for (Class<?> at = bean; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.isAnnotationPresent(BeanParam.class)) {
                    collect(field.getType(), known);
                } else {
                    add(field, field.getName(), field.getType(), known);
                }
            }
        }
    }

    private static void add(
            AnnotatedElement element, String own, Class<?> type, Map<String, Boolean> known) {
        String name = name(element, own);
        if (name != null) {
            known.put(name, Collection.class.isAssignableFrom(type) || type.isArray());
        }
    }

    private static @Nullable String name(AnnotatedElement element, String own) {
        QueryParam standard = element.getAnnotation(QueryParam.class);
        if (standard != null) {
            return standard.value();
        }
        RestQuery rest = element.getAnnotation(RestQuery.class);
        if (rest == null) {
            return null;
        }
        return rest.value().isEmpty() ? own : rest.value();
    }
}
