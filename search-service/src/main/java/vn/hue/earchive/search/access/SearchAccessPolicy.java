package vn.hue.earchive.search.access;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.hue.earchive.kit.identity.AccessPolicy;
import vn.hue.earchive.kit.identity.Role;

/**
 * Everybody who works with the content of an agency may search in it; who runs the suite may not.
 */
@Singleton
public class SearchAccessPolicy implements AccessPolicy {

    private static final Set<Role> READERS_OF_CONTENT =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Role.OPERATOR)));

    @Override
    public Map<String, Set<Role>> permissions() {
        return Map.of("searchDescriptions", READERS_OF_CONTENT);
    }
}
