package vn.hue.earchive.kit.events;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.UUID;

/**
 * What every event record says of itself. The event modules are plain and share no interface, so
 * the accessors are looked up by name.
 */
public record EventFacts(
        UUID aggregateId, long version, UUID agencyId, Instant occurredAt, String topic) {

    private static final ClassValue<Accessors> ACCESSORS =
            new ClassValue<>() {
                @Override
                protected Accessors computeValue(Class<?> type) {
                    return Accessors.of(type);
                }
            };

    /**
     * @throws IllegalArgumentException when it lacks one of {@code aggregateId()}, {@code
     *     version()}, {@code agencyId()}, {@code occurredAt()}, {@code topic()}
     */
    public static EventFacts of(Object event) {
        return ACCESSORS.get(event.getClass()).read(event);
    }

    private record Accessors(
            Method aggregateId, Method version, Method agencyId, Method occurredAt, Method topic) {

        static Accessors of(Class<?> type) {
            return new Accessors(
                    accessor(type, "aggregateId"),
                    accessor(type, "version"),
                    accessor(type, "agencyId"),
                    accessor(type, "occurredAt"),
                    accessor(type, "topic"));
        }

        private static Method accessor(Class<?> type, String name) {
            try {
                return type.getMethod(name);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type.getName() + " has no " + name + "()", e);
            }
        }

        EventFacts read(Object event) {
            try {
                return new EventFacts(
                        (UUID) aggregateId.invoke(event),
                        (long) version.invoke(event),
                        (UUID) agencyId.invoke(event),
                        (Instant) occurredAt.invoke(event),
                        (String) topic.invoke(event));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Not an event: " + event.getClass(), e);
            }
        }
    }
}
