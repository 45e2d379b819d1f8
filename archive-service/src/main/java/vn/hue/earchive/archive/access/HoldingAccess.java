package vn.hue.earchive.archive.access;

import static vn.hue.earchive.kit.identity.Role.*;

import java.util.EnumSet;
import java.util.Set;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.Role;

/**
 * What a caller of the holding's own agency may do with its content: role by access mode (code list
 * {@code mode}: 01 open, 02 conditional; domain.md 2.8). The answer to a request and the {@code
 * allowedActions} of a view come from here.
 */
public final class HoldingAccess {

    /** What can be done with a holding. */
    public enum Action {
        /** Read the bytes of a file. */
        READ_CONTENT,
        /** Take the whole package away. */
        EXPORT_PACKAGE
    }

    /** Roles that read content at all; the auditor and the operator do not. */
    static final Set<Role> READERS =
            Set.of(
                    CLERK,
                    SPECIALIST,
                    UNIT_HEAD,
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    COUNCIL_MEMBER,
                    READER,
                    INTEGRATION);

    /** Roles that read what is open to conditional use only. */
    private static final Set<Role> CONDITIONAL_READERS =
            Set.of(
                    SPECIALIST,
                    UNIT_HEAD,
                    LEADER,
                    AGENCY_ARCHIVIST,
                    HISTORICAL_ARCHIVIST,
                    ARCHIVE_DIRECTOR,
                    COUNCIL_MEMBER);

    /** Roles that take a package away. */
    static final Set<Role> EXPORTERS =
            Set.of(LEADER, AGENCY_ARCHIVIST, HISTORICAL_ARCHIVIST, ARCHIVE_DIRECTOR);

    private static final String OPEN = "01";

    private HoldingAccess() {}

    /**
     * Whether the caller may do this to content of this access mode. An unknown mode is treated as
     * conditional.
     */
    public static boolean permits(Caller caller, Action action, String accessMode) {
        return switch (action) {
            case READ_CONTENT ->
                    caller.isAnyOf(OPEN.equals(accessMode) ? READERS : CONDITIONAL_READERS);
            case EXPORT_PACKAGE -> caller.isAnyOf(EXPORTERS);
        };
    }

    /** Everything that {@link #permits} permits. */
    public static Set<Action> allowed(Caller caller, String accessMode) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        for (Action action : Action.values()) {
            if (permits(caller, action, accessMode)) {
                allowed.add(action);
            }
        }
        return allowed;
    }
}
