package vn.hue.earchive.bench.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.hue.earchive.bench.stats.Pause;
import vn.hue.earchive.bench.suite.RunningSuite;

/**
 * Strikes one process of the suite after the other, at moments that the seed decides: SIGKILL, or
 * SIGSTOP for some seconds and SIGCONT; or has the power under their data cut. Only processes of
 * this suite, by their recorded pid.
 */
public final class Nemesis implements AutoCloseable {

    private static final int LONGEST_STOP_SECONDS = 15;

    /** What it does to a process. */
    public enum Blow {
        KILL,
        STOP,
        /** The power under one server's data, or under all of them. */
        CUT
    }

    /** What can be cut, and how. */
    public interface Cutter {
        List<String> names();

        void cut(List<String> names) throws IOException, InterruptedException;
    }

    private final Path home;
    private final SplittableRandom random;
    private final List<Blow> blows;
    private final int faults;
    private final Duration between;
    private final Cutter cutter;
    private final Map<String, Integer> struck = new TreeMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;

    /**
     * @param faults how many blows at most
     * @param between mean pause between two
     */
    Nemesis(Path home, long seed, List<Blow> blows, int faults, Duration between, Cutter cutter) {
        this.cutter = cutter;
        this.home = home;
        this.random = new SplittableRandom(seed);
        this.blows = List.copyOf(blows);
        this.faults = faults;
        this.between = between;
        this.thread = Thread.ofPlatform().name("nemesis").daemon().unstarted(this::strike);
    }

    void start() {
        thread.start();
    }

    /** How often each process was struck, by {@code NAME KILL} or {@code NAME STOP}. */
    synchronized Map<String, Integer> struck() {
        return new TreeMap<>(struck);
    }

    synchronized int blowsDealt() {
        return struck.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void strike() {
        try {
            while (!ended.get() && blowsDealt() < faults) {
                Pause.of(Duration.ofMillis(random.nextLong(2 * between.toMillis())));
                if (!ended.get()) {
                    blow();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void blow() throws IOException, InterruptedException {
        Blow blow = blows.get(random.nextInt(blows.size()));
        if (blow == Blow.CUT) {
            List<String> names = cutter.names();
            int chosen = random.nextInt(names.size() + 1);
            List<String> victims = chosen == names.size() ? names : List.of(names.get(chosen));
            System.out.println(blow + " " + victims);
            cutter.cut(victims);
            count(victims.size() > 1 ? "all" : victims.getFirst(), blow);
        } else {
            strike(blow);
        }
    }

    private void strike(Blow blow) throws IOException, InterruptedException {
        Map<String, Long> alive = new TreeMap<>(RunningSuite.livePids(home));
        alive.remove("clamd");
        if (alive.isEmpty()) {
            return;
        }
        String victim = new ArrayList<>(alive.keySet()).get(random.nextInt(alive.size()));
        long pid = alive.getOrDefault(victim, 0L);
        System.out.println(blow + " " + victim + " (pid " + pid + ")");
        if (blow == Blow.KILL) {
            signal("KILL", pid);
        } else {
            signal("STOP", pid);
            Pause.of(Duration.ofSeconds(random.nextLong(1, LONGEST_STOP_SECONDS + 1L)));
            signal("CONT", pid);
        }
        count(victim, blow);
    }

    private synchronized void count(String victim, Blow blow) {
        struck.merge(victim + " " + blow, 1, Integer::sum);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    }

    @Override
    public void close() {
        ended.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
