package vn.hue.earchive.kit.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which role may call which operation; one bean per service. Every endpoint with its
 * {@code @Operation(operationId = …)} has a row and every row has an endpoint, or the service does
 * not start. Which rows of data a caller sees is decided by agency on top of this.
 */
public interface AccessPolicy {

    /**
     * Permits everybody, also without a token. Compared by identity; {@code Set.of()} is refused.
     */
    Set<Role> PUBLIC = Collections.unmodifiableSet(EnumSet.noneOf(Role.class));

    /** Permits every role of the suite. */
    Set<Role> ANY_ROLE = Collections.unmodifiableSet(EnumSet.allOf(Role.class));

    /** True for {@link #PUBLIC} itself: an empty set that somebody else made permits nobody. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isPublic(Set<Role> roles) {
        return roles == PUBLIC;
    }

    /** operationId → the roles that may call it. */
    Map<String, Set<Role>> permissions();
}
