package vn.hue.earchive.search.access;

import java.util.Set;
import java.util.UUID;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.Role;

/**
 * What of the index a caller may see: entries of the caller's own agency, and of those the access
 * modes that the roles allow. It comes from the token alone, never from a parameter.
 *
 * @param accessModes 01 open, 02 conditional
 */
public record SearchScope(UUID agencyId, Set<String> accessModes) {

    private static final Set<String> OPEN_ONLY = Set.of("01");
    private static final Set<String> OPEN_AND_CONDITIONAL = Set.of("01", "02");

    /** A reader (độc giả) without a function in the agency sees what is open to the public. */
    public static SearchScope of(Caller caller) {
        boolean onlyReads = caller.roles().equals(Set.of(Role.READER));
        return new SearchScope(caller.agencyId(), onlyReads ? OPEN_ONLY : OPEN_AND_CONDITIONAL);
    }
}
