package vn.hue.earchive.document.exchange;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connects every test of this module to one simulated service bus. Its jobs run when a test says so
 * and not by the clock.
 */
@QuarkusTestResource(value = OnSimulatedBus.class, restrictToAnnotatedClass = false)
public final class OnSimulatedBus implements QuarkusTestResourceLifecycleManager {

    private @Nullable LgspSimulator simulator;

    @Override
    public Map<String, String> start() {
        try {
            LgspSimulator started = new LgspSimulator();
            simulator = started;
            return Map.of(
                    // So that a bomb need not be large to reach its bound.
                    "earchive.document.edxml.max-unpacked-bytes", "33554432",
                    "earchive.document.exchange.every", "off",
                    "earchive.document.exchange.fetch-every", "off",
                    "earchive.document.lgsp.enabled", "true",
                    "earchive.document.lgsp.url", started.url().toString(),
                    "earchive.document.lgsp.accounts.default.system-id", "{agency}",
                    "earchive.document.lgsp.accounts.default.secret-key", LgspSimulator.SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        Optional.ofNullable(simulator)
                .ifPresent(s ->
                        injector.injectIntoFields(
                                s, new TestInjector.MatchesType(LgspSimulator.class)));
    }

    @Override
    public void stop() {
        Optional.ofNullable(simulator).ifPresent(LgspSimulator::stop);
    }
}
