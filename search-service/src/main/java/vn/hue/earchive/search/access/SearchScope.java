package vn.hue.earchive.search.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.Role;

/**
 * What of the index a caller may see: entries of the caller's own agency, and of those the access
 * modes that the roles allow. It comes from the token alone, never from a parameter.
 *
 * @param accessModes of descriptions: 01 open, 02 conditional
 * @param textModes of what files say: those that the caller may read
 */
public record SearchScope(UUID agencyId, Set<String> accessModes, Set<String> textModes) {

    /** In one order everywhere: a cursor of one instance is good for the next. */
    public SearchScope {
        accessModes = Collections.unmodifiableSet(new TreeSet<>(accessModes));
        textModes = Collections.unmodifiableSet(new TreeSet<>(textModes));
    }

    private static final Set<String> OPEN_ONLY = Set.of("01");
    private static final Set<String> OPEN_AND_CONDITIONAL = Set.of("01", "02");

    /** Roles that read content at all; as archive-service has them. */
    private static final Set<Role> READERS =
            EnumSet.complementOf(EnumSet.of(Role.AUDITOR, Role.OPERATOR));

    /** Roles that read what is open to conditional use only; as archive-service has them. */
    private static final Set<Role> CONDITIONAL_READERS =
            EnumSet.of(
                    Role.SPECIALIST,
                    Role.UNIT_HEAD,
                    Role.LEADER,
                    Role.AGENCY_ARCHIVIST,
                    Role.HISTORICAL_ARCHIVIST,
                    Role.ARCHIVE_DIRECTOR,
                    Role.COUNCIL_MEMBER);

    /** A reader (độc giả) without a function in the agency sees what is open to the public. */
    public static SearchScope of(Caller caller) {
        boolean onlyReads = caller.roles().equals(Set.of(Role.READER));
        return new SearchScope(
                caller.agencyId(), onlyReads ? OPEN_ONLY : OPEN_AND_CONDITIONAL, textModes(caller));
    }

    /** A passage shows content, so that the rule is that of reading the file. */
    private static Set<String> textModes(Caller caller) {
        if (!caller.isAnyOf(READERS)) {
            return Set.of();
        }
        return caller.isAnyOf(CONDITIONAL_READERS) ? OPEN_AND_CONDITIONAL : OPEN_ONLY;
    }
}
