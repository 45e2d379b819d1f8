package vn.hue.earchive.kit.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.idempotency.Idempotency;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Journal;

/** The use cases of the probe. */
@ApplicationScoped
public class Probes {

    private final EntityManager entities;
    private final Idempotency idempotency;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;
    private final AtomicInteger effects = new AtomicInteger();

    Probes(
            EntityManager entities,
            Idempotency idempotency,
            Journal journal,
            CurrentCaller caller,
            Clock clock) {
        this.entities = entities;
        this.idempotency = idempotency;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public Answer<ProbeView> add(@Nullable String key, NewProbe request) {
        return idempotency.once(
                "addProbe",
                key,
                request,
                ProbeView.class,
                () -> {
                    effects.incrementAndGet();
                    UUID agency = caller.get().agencyId();
                    Probe probe = new Probe(Ids.next(), agency, request.title());
                    entities.persist(probe);
                    journal.record(
                            new ProbeEvent.Added(
                                    probe.id(), 1, agency, clock.instant(), probe.title()),
                            "addProbe",
                            "probe",
                            Map.of("kind", "test"));
                    if (request.title().equals("fail late")) {
                        throw new IllegalStateException("secret table name probe_x");
                    }
                    return new Answer<>(
                            201,
                            "/v1/probes/" + probe.id(),
                            "\"v0\"",
                            new ProbeView(probe.id(), probe.title()));
                });
    }

    /** Forgets the agency on purpose: row-level security has to stand in for it. */
    @Transactional
    public List<ProbeView> all() {
        return entities.createQuery("FROM Probe ORDER BY id", Probe.class).getResultList().stream()
                .map(probe -> new ProbeView(probe.id(), probe.title()))
                .toList();
    }

    public int effects() {
        return effects.get();
    }

    /** What is asked for. */
    public record NewProbe(
            @jakarta.validation.constraints.NotBlank @jakarta.validation.constraints.Size(max = 20)
                    String title,
            @jakarta.validation.constraints.Positive @Nullable Integer pages,
            @Nullable List<@jakarta.validation.Valid Part> parts) {}

    /** A part of it. */
    public record Part(@jakarta.validation.constraints.NotNull UUID uploadId) {}

    /** What is answered. */
    public record ProbeView(UUID id, String title) {}
}
