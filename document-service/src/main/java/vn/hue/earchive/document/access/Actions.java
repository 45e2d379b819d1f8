package vn.hue.earchive.document.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.Role;

/** Which of the operations that an object's state permits its reader may call. */
@ApplicationScoped
public class Actions {

    private final Map<String, Set<Role>> permissions;
    private final CurrentCaller caller;

    Actions(DocumentAccess access, CurrentCaller caller) {
        this.permissions = access.permissions();
        this.caller = caller;
    }

    /** Of these operations, the ones that the caller's roles permit; same order. */
    public List<String> allowed(String... operations) {
        Caller reader = caller.get();
        return Stream.of(operations)
                .filter(o -> reader.isAnyOf(permissions.getOrDefault(o, Set.of())))
                .toList();
    }
}
