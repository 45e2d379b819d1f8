package vn.hue.earchive.kit.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wire names of events: those that {@link JsonSubTypes} of the sealed root, or of an interface
 * above it, give. A name is never derived from a class.
 */
public final class EventNames {

    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    private EventNames() {}

    /**
     * The wire name of an event's class.
     *
     * @throws IllegalArgumentException when no root names it
     */
    public static String of(Class<?> type) {
        return NAMES.computeIfAbsent(type, EventNames::find);
    }

    /** The class of a wire name among the events of a root; empty for one that is not its. */
    public static <E> Optional<Class<? extends E>> type(Class<E> root, String name) {
        for (JsonSubTypes.Type candidate : declared(root)) {
            if (candidate.name().equals(name) && root.isAssignableFrom(candidate.value())) {
                return Optional.of(candidate.value().asSubclass(root));
            }
        }
        return Optional.empty();
    }

    private static String find(Class<?> type) {
        for (JsonSubTypes.Type candidate : declared(type)) {
            if (candidate.value() == type) {
                return candidate.name();
            }
        }
        throw new IllegalArgumentException("No wire name for " + type.getName());
    }

    /** The names on the type itself or on the nearest interface above it. */
    private static JsonSubTypes.Type[] declared(Class<?> type) {
        Deque<Class<?>> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            Class<?> at = open.remove();
            JsonSubTypes names = at.getAnnotation(JsonSubTypes.class);
            if (names != null) {
                return names.value();
            }
            for (Class<?> above : at.getInterfaces()) {
                open.add(above);
            }
        }
        return new JsonSubTypes.Type[0];
    }
}
