package vn.hue.earchive.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.gateway.problem.GatewayProblem;
import vn.hue.earchive.gateway.problem.ProblemAnswer;
import vn.hue.earchive.gateway.problem.UnreadBody;

/**
 * What one account may ask of this instance: requests per second with a burst, and request bodies
 * at once. Counted per instance and in memory only; with n instances behind a balancer an account
 * has up to n times the budget.
 */
@ApplicationScoped
class Budget {

    private static final long RETRY_BODIES_AFTER_SECONDS = 1;

    private final LimitsConfig limits;
    private final Cache<String, Spending> accounts =
            Caffeine.newBuilder()
                    .maximumSize(50_000)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();
    private final AtomicInteger bodies = new AtomicInteger();

    Budget(LimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * Takes what the request costs. A slot for a body is given back when the answer has ended, in
     * whatever way.
     *
     * @return the refusal, or {@code null} when the request may go on
     */
    @Nullable ProblemAnswer spend(RoutingContext context, String subject) {
        Spending spending = accounts.get(subject, this::open);
        ConsumptionProbe probe = spending.requests().tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
            return ProblemAnswer.of(
                    context, GatewayProblem.TOO_MANY_REQUESTS, Math.max(1, seconds));
        }
        if (!UnreadBody.mayHaveBody(context.request())) {
            return null;
        }
        if (spending.bodies().incrementAndGet() > limits.bodiesPerAccount()) {
            spending.bodies().decrementAndGet();
            return ProblemAnswer.of(
                    context,
                    GatewayProblem.TOO_MANY_UPLOADS,
                    RETRY_BODIES_AFTER_SECONDS,
                    Integer.toString(limits.bodiesPerAccount()));
        }
        if (bodies.incrementAndGet() > limits.bodies()) {
            bodies.decrementAndGet();
            spending.bodies().decrementAndGet();
            return ProblemAnswer.of(context, GatewayProblem.OVERLOADED, RETRY_BODIES_AFTER_SECONDS);
        }
        context.addEndHandler(ended -> {
            bodies.decrementAndGet();
            spending.bodies().decrementAndGet();
        });
        return null;
    }

    private Spending open(String subject) {
        return new Spending(
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(limits.burst())
                                        .refillGreedy(
                                                limits.requestsPerSecond(), Duration.ofSeconds(1)))
                        .build(),
                new AtomicInteger());
    }

    private record Spending(Bucket requests, AtomicInteger bodies) {}
}
