package vn.hue.earchive.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The service's clock in tests: the true time, moved by as much as a test says. */
@ApplicationScoped
public class TestClock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    /** Moves on, or back by a negative duration, from the true time. */
    public void moveBy(Duration duration) {
        offset.set(duration);
    }

    public void moveTo(Instant instant) {
        moveBy(Duration.between(Clock.systemUTC().instant(), instant));
    }

    /** A method, because the bean is met through its proxy. */
    Duration offset() {
        return offset.get();
    }

    public void reset() {
        moveBy(Duration.ZERO);
    }

    @Dependent
    static class Producer {

        @Produces
        @Singleton
        Clock clock(TestClock moved) {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return Clock.systemUTC().instant().plus(moved.offset());
                }
            };
        }
    }
}
