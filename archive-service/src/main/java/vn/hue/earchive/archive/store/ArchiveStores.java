package vn.hue.earchive.archive.store;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The configured stores, {@code earchive.archive.stores} (default {@code primary,replica}), each
 * with {@code earchive.s3.<name>.endpoint|access-key|secret-key|bucket}. Remembers which of them
 * failed lately, so that a store that hangs costs its time-out once and not per request.
 */
@ApplicationScoped
class ArchiveStores {

    private static final Logger LOG = Logger.getLogger(ArchiveStores.class);
    // A store that refuses at once costs little to ask again; one that hangs costs its time-out.
    private static final Duration REST = Duration.ofSeconds(5);
    private static final Duration REST_AFTER_TIMEOUT = Duration.ofSeconds(60);

    private final List<ArchiveBucket> buckets;
    private final boolean createBuckets;
    private final Set<String> prepared = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> restUntil = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    ArchiveStores(Config config) {
        this(
                fromConfig(config),
                config.getOptionalValue("earchive.s3.create-buckets", Boolean.class).orElse(false));
    }

    ArchiveStores(List<? extends ArchiveBucket> buckets, boolean createBuckets) {
        this.buckets = List.copyOf(buckets);
        this.createBuckets = createBuckets;
    }

    /** All stores, primary first. */
    List<ArchiveBucket> all() {
        return buckets;
    }

    /** Names of the configured stores that are not among these. */
    List<String> without(List<String> names) {
        return buckets.stream()
                .map(ArchiveBucket::name)
                .filter(name -> !names.contains(name))
                .toList();
    }

    /**
     * @throws IllegalArgumentException when no store has this name
     */
    ArchiveBucket named(String name) {
        return buckets.stream()
                .filter(bucket -> bucket.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no archive store " + name));
    }

    /** Stores worth asking now: those that did not fail lately, or all when all did. */
    List<ArchiveBucket> usable() {
        return rested(buckets);
    }

    /** Like {@link #usable()}, of those with these names. */
    List<ArchiveBucket> usable(List<String> names) {
        return rested(buckets.stream().filter(bucket -> names.contains(bucket.name())).toList());
    }

    private List<ArchiveBucket> rested(List<ArchiveBucket> asked) {
        long now = System.nanoTime();
        List<ArchiveBucket> rested = new ArrayList<>();
        for (ArchiveBucket bucket : asked) {
            Long until = restUntil.get(bucket.name());
            if (until == null || until - now <= 0) {
                rested.add(bucket);
            }
        }
        return rested.isEmpty() ? asked : rested;
    }

    /** All stores, those that failed lately last. */
    List<ArchiveBucket> inReadingOrder() {
        List<ArchiveBucket> order = new ArrayList<>(usable());
        buckets.stream().filter(bucket -> !order.contains(bucket)).forEach(order::add);
        return order;
    }

    /** Lets a store rest after a failure. */
    void failed(ArchiveBucket bucket, IOException failure) {
        Duration rest =
                failure.getCause() instanceof InterruptedIOException ? REST_AFTER_TIMEOUT : REST;
        restUntil.put(bucket.name(), System.nanoTime() + rest.toNanos());
        LOG.warnf(
                "Archive store failed and is left out for a while store=%s reason=%s cause=%s",
                bucket.name(), failure.getMessage(), String.valueOf(failure.getCause()));
    }

    /** Makes a store ready to be written, once per process. */
    void prepare(ArchiveBucket bucket) throws IOException {
        if (prepared.contains(bucket.name())) {
            return;
        }
        if (createBuckets && bucket instanceof S3ArchiveBucket s3) {
            s3.createBucket();
        }
        Ocfl.ensureRoot(bucket);
        prepared.add(bucket.name());
    }

    /** Like {@link #prepare}, whatever is known of the store. */
    void prepareAnew(ArchiveBucket bucket) throws IOException {
        prepared.remove(bucket.name());
        prepare(bucket);
    }

    /** Like {@link #prepare}, also where the store was exchanged for an empty one meanwhile. */
    void prepareAgain(ArchiveBucket bucket) throws IOException {
        if (bucket.size(Ocfl.ROOT_NAMASTE).isEmpty()) {
            prepareAnew(bucket);
        } else {
            prepare(bucket);
        }
    }

    ExecutorService threads() {
        return threads;
    }

    interface Step<T> {
        T run(ArchiveBucket bucket) throws IOException;
    }

    /** The answers of those stores that answered, in the order given. */
    record Answer<T>(ArchiveBucket bucket, T value) {}

    /**
     * Asks several stores at once.
     *
     * @throws NoStoreLeft when none answered
     */
    <T> List<Answer<T>> each(List<ArchiveBucket> asked, Step<T> step) {
        var running = asked.stream().map(bucket -> threads.submit(() -> step.run(bucket))).toList();
        List<Answer<T>> answers = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            ArchiveBucket bucket = asked.get(i);
            try {
                answers.add(new Answer<>(bucket, running.get(i).get()));
            } catch (java.util.concurrent.ExecutionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                if (cause instanceof RuntimeException meaning) {
                    throw meaning;
                }
                StoreFailure failure =
                        cause instanceof StoreFailure known
                                ? known
                                : new StoreFailure(bucket.name(), "answer", cause);
                failed(bucket, failure);
                failures.add(failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
            }
        }
        if (answers.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        return answers;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    private static List<ArchiveBucket> fromConfig(Config config) {
        List<ArchiveBucket> buckets = new ArrayList<>();
        for (String name :
                config.getOptionalValues("earchive.archive.stores", String.class)
                        .orElse(List.of("primary", "replica"))) {
            String prefix = "earchive.s3." + name + ".";
            buckets.add(
                    new S3ArchiveBucket(
                            name,
                            config.getValue(prefix + "endpoint", String.class),
                            config.getValue(prefix + "access-key", String.class),
                            config.getValue(prefix + "secret-key", String.class),
                            config.getValue(prefix + "bucket", String.class)));
        }
        return buckets;
    }
}
