package vn.hue.earchive.bench.machine;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.hue.earchive.bench.stats.Pause;

/** The most memory that each process was seen to have, looked at once a second. */
public final class MemoryWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<String, Long> pids;
    private final Map<String, Double> largest = new TreeMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<?> watching;

    private MemoryWatch(Map<String, Long> pids) {
        this.pids = Map.copyOf(pids);
        this.watching = thread.submit(this::watch);
    }

    public static MemoryWatch start(Map<String, Long> pids) {
        return new MemoryWatch(pids);
    }

    /** Resident MB of each process now. */
    public static Map<String, Double> now(Map<String, Long> pids) {
        ProcessTable table = ProcessTable.read();
        Map<String, Double> megabytes = new TreeMap<>();
        pids.forEach((name, pid) -> megabytes.put(name, Memory.residentMegabytes(table, pid)));
        return megabytes;
    }

    /** The largest values so far, MB. */
    public synchronized Map<String, Double> largest() {
        look();
        return new TreeMap<>(largest);
    }

    private Object watch() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            look();
            Pause.of(INTERVAL);
        }
        return pids;
    }

    private synchronized void look() {
        now(pids).forEach((name, megabytes) -> largest.merge(name, megabytes, Math::max));
    }

    @Override
    public void close() {
        watching.cancel(true);
        thread.close();
    }
}
