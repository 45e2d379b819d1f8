package vn.hue.earchive.kit.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls, from a verified access token.
 *
 * @param subject claim {@code sub}, the stable identity
 * @param username claim {@code preferred_username}, for people to read only
 * @param agencyId the agency that the caller acts for
 * @param agencyCode its code when the token was issued, for example {@code H57.21}
 * @param roles those of the suite that the token carries
 * @param client claim {@code azp}: the application that holds the token
 */
public record Caller(
        String subject,
        String username,
        UUID agencyId,
        String agencyCode,
        Set<Role> roles,
        String client) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** True when the caller has at least one of these roles. */
    public boolean isAnyOf(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
