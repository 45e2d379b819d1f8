package vn.hue.earchive.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The caller of the current request, read from the verified access token. */
@RequestScoped
public class CurrentCaller {

    private final SecurityIdentity identity;
    private @Nullable Caller caller;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /**
     * The caller.
     *
     * @throws Problem UNAUTHENTICATED (401) without a token or with one that is not an access
     *     token; FORBIDDEN (403) when the token names no agency
     */
    public Caller get() {
        if (caller == null) {
            caller = read();
        }
        return caller;
    }

    /** The caller, or empty for an anonymous request. */
    public Optional<Caller> find() {
        return identity.isAnonymous() ? Optional.empty() : Optional.of(get());
    }

    private Caller read() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new Problem(CommonProblem.UNAUTHENTICATED);
        }
        String subject = token.getSubject();
        // An ID token or a refresh token is signed by the same key: only its type tells.
        if (subject == null || !"Bearer".equals(token.getClaim("typ"))) {
            throw new Problem(CommonProblem.UNAUTHENTICATED);
        }
        String username = token.getClaim("preferred_username");
        String agencyCode = token.getClaim("agency_code");
        String client = token.getClaim("azp");
        UUID agencyId = uuid(token.getClaim("agency_id"));
        if (agencyId == null || agencyCode == null) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
        return new Caller(
                subject,
                username == null ? subject : username,
                agencyId,
                agencyCode,
                roles(),
                client == null ? "unknown" : client);
    }

    private Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        identity.getRoles().forEach(name -> Role.of(name).ifPresent(roles::add));
        return roles;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
