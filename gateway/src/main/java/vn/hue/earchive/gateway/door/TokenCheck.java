package vn.hue.earchive.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.problem.GatewayProblem;

/**
 * Verifies the access token of a request: signature by a key of the issuer, RS256 only, issuer,
 * audience, validity, type {@code Bearer}, a subject. The token travels on unchanged and the
 * service verifies it again; this check keeps strangers off the services, it does not replace
 * theirs.
 *
 * <p>A verdict "good" is remembered for at most {@link #REMEMBERED} by the SHA-256 of the token,
 * because an RSA verification costs more than the whole rest of a hop. It never outlives the token
 * itself, and nothing is lost by it: a signed token cannot be called back before it expires anyway.
 */
@ApplicationScoped
class TokenCheck {

    static final Duration REMEMBERED = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private static final String SCHEME = "Bearer ";

    private final HttpAuthenticator authenticator;
    private final Clock clock;
    private final Cache<String, Account> good =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();

    TokenCheck(HttpAuthenticator authenticator, Clock clock) {
        this.authenticator = authenticator;
        this.clock = clock;
    }

    /**
     * The account behind the request.
     *
     * @return fails with {@link Refused}; the request should be paused by the caller, since keys
     *     may have to be fetched
     */
    Future<Account> check(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Future.failedFuture(new Refused(GatewayProblem.UNAUTHENTICATED));
        }
        String digest = digest(header);
        Account known = good.getIfPresent(digest);
        if (known != null) {
            return known.expiresAt().isAfter(clock.instant())
                    ? Future.succeededFuture(known)
                    : Future.failedFuture(new Refused(GatewayProblem.INVALID_TOKEN));
        }
        // Keys may arrive on another thread; the request goes on where it began.
        Promise<Account> promise =
                ((ContextInternal) context.vertx().getOrCreateContext()).promise();
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> {
                            Account account = account(identity);
                            if (account == null) {
                                promise.fail(new Refused(GatewayProblem.INVALID_TOKEN));
                            } else {
                                good.put(digest, account);
                                promise.complete(account);
                            }
                        },
                        failure -> promise.fail(refusal(failure)));
        return promise.future();
    }

    private static @Nullable Account account(@Nullable SecurityIdentity identity) {
        if (identity == null
                || identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        // Quarkus compares the type only where the claim is present; here its absence is a refusal
        // too.
        boolean bearer = "Bearer".equals(token.getClaim("typ"));
        String subject = token.getSubject();
        return bearer && subject != null && !subject.isEmpty()
                ? new Account(subject, Instant.ofEpochSecond(token.getExpirationTime()))
                : null;
    }

    private static Refused refusal(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            boolean unreachable = t instanceof IOException || t instanceof TimeoutException;
            boolean notVerified =
                    t instanceof OIDCException
                            && !(failure instanceof AuthenticationFailedException);
            if (unreachable || notVerified) {
                LOG.warnf("Token could not be checked, the issuer does not answer: cause=%s", t);
                return new Refused(GatewayProblem.IDENTITY_UNAVAILABLE);
            }
        }
        LOG.debugf("Token refused: cause=%s", failure.toString());
        return new Refused(GatewayProblem.INVALID_TOKEN);
    }

    private static String digest(String header) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(header.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * Who sends the request; the subject is what limits are counted by, never a name or an address.
     */
    record Account(String subject, Instant expiresAt) {}

    /** The request may not pass. */
    static final class Refused extends Exception {

        private final GatewayProblem problem;

        Refused(GatewayProblem problem) {
            super(problem.name(), null, false, false);
            this.problem = problem;
        }

        GatewayProblem problem() {
            return problem;
        }
    }
}
