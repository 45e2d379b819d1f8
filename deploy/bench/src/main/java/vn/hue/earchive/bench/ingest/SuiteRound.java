package vn.hue.earchive.bench.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import vn.hue.earchive.bench.machine.Meter;
import vn.hue.earchive.bench.report.Invariants;
import vn.hue.earchive.bench.stats.Clients;
import vn.hue.earchive.bench.stats.Samples;

/**
 * One round through the suite. The clients upload, register, open, file, close and submit, and go
 * on to their next dossier without waiting for the archive. Wall time ends with the last required
 * copy; CPU is counted until the index has caught up too, so that nothing is done behind the
 * clock's back.
 */
final class SuiteRound {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration HOLDINGS_INTERVAL = Duration.ofMillis(250);
    private static final Duration SEARCH_INTERVAL = Duration.ofMillis(250);

    private final Journey journey;
    private final Questions questions;
    private final Samples samples;
    private final Invariants invariants;

    SuiteRound(Journey journey, Questions questions, Samples samples, Invariants invariants) {
        this.journey = journey;
        this.questions = questions;
        this.samples = samples;
        this.invariants = invariants;
    }

    /**
     * What a round gave.
     *
     * @param wall seconds from the first upload to the last required copy
     * @param usage until everything was searchable
     */
    record Outcome(double wall, Meter.Usage usage, List<Ingested> dossiers) {}

    Outcome run(List<SampleDossier> dossiers, String probe, int clients, Meter meter)
            throws InterruptedException, ExecutionException {
        List<Ingested> ingested = Collections.synchronizedList(new ArrayList<>());
        try (Watch documents =
                Watch.start(() -> questions.found("document", probe), SEARCH_INTERVAL)) {
            Instant start = Instant.now();
            Meter.Reading before = meter.read();
            Clients.each(
                    dossiers.size(),
                    clients,
                    index -> ingested.add(journey.walk(dossiers.get(index))));
            Map<String, Watch.Seen> replicated = awaitCopies(ingested);
            var searchable =
                    documents.await(
                            ingested.stream()
                                    .map(each -> each.documents().getFirst().documentId())
                                    .collect(Collectors.toSet()),
                            PATIENCE);
            Meter.Usage usage = meter.read().since(before);
            Instant end = start;
            for (Ingested dossier : ingested) {
                end = later(end, noteCopies(dossier, replicated));
                noteSearchable(dossier.documents().getFirst(), searchable);
            }
            return new Outcome(seconds(start, end), usage, List.copyOf(ingested));
        }
    }

    /**
     * Asks only once the clients are done: when each copy was made, the archive tells by itself.
     */
    private Map<String, Watch.Seen> awaitCopies(List<Ingested> ingested)
            throws InterruptedException, ExecutionException {
        try (Watch holdings =
                Watch.start(() -> questions.replicated(ingested.size()), HOLDINGS_INTERVAL)) {
            return holdings.await(ids(ingested), PATIENCE);
        }
    }

    private static Set<String> ids(List<Ingested> ingested) {
        return ingested.stream().map(Ingested::dossierId).collect(Collectors.toSet());
    }

    /** The archive tells itself when it had accepted and copied; its clock is this machine's. */
    private Instant noteCopies(Ingested dossier, Map<String, Watch.Seen> replicated) {
        Watch.Seen seen = replicated.get(dossier.dossierId());
        if (seen == null) {
            invariants.require(
                    false,
                    "Dossier %s has not got its copies within %s: %s"
                            .formatted(dossier.dossierId(), PATIENCE, submission(dossier)));
            return Instant.now();
        }
        Instant copied = instant(seen.item().path("preservation"), "replicatedAt", seen.at());
        samples.add(
                "submit→accepted",
                nanos(dossier.submittedAt(), instant(seen.item(), "acceptedAt", seen.at())));
        samples.add("submit→replicated", nanos(dossier.submittedAt(), copied));
        return copied;
    }

    private void noteSearchable(Ingested.Registered document, Map<String, Watch.Seen> searchable) {
        Watch.Seen seen = searchable.get(document.documentId());
        invariants.require(
                seen != null, "Document " + document.documentId() + " is not found by search.");
        if (seen != null) {
            samples.add("registered→searchable", nanos(document.at(), seen.at()));
        }
    }

    private String submission(Ingested dossier) {
        try {
            return questions.submission(dossier.submissionId());
        } catch (IOException | RuntimeException e) {
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private static Instant instant(JsonNode item, String field, Instant otherwise) {
        return item.hasNonNull(field) ? Instant.parse(item.path(field).asText()) : otherwise;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    /**
     * Not below zero: what was done before the answer arrived took no time as the caller sees it.
     */
    private static long nanos(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toNanos());
    }
}
