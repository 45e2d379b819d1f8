package vn.hue.earchive.bench.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.hue.earchive.bench.stats.Pause;

/** Starts again what has died, as an operator does it: {@code deploy/up}, again and again. */
final class Healer implements AutoCloseable {

    private final Path root;
    private final File log;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread = Thread.ofPlatform().name("healer").daemon().unstarted(this::loop);

    Healer(Path root, Path log) {
        this.root = root;
        this.log = log.toFile();
    }

    void start() {
        thread.start();
    }

    /**
     * Returns when everything runs.
     *
     * @throws IOException when it cannot be started
     */
    void heal() throws IOException, InterruptedException {
        for (int attempt = 1; up() != 0; attempt++) {
            if (attempt == 5) {
                throw new IOException("deploy/up does not succeed; see " + log);
            }
            Pause.of(Duration.ofSeconds(2));
        }
    }

    /** The same cuts, while nothing is healed. */
    Nemesis.Cutter pausing(Nemesis.Cutter cutter) {
        return new Nemesis.Cutter() {
            @Override
            public List<String> names() {
                return cutter.names();
            }

            @Override
            public void cut(List<String> names) throws IOException, InterruptedException {
                synchronized (log) {
                    cutter.cut(names);
                }
            }
        };
    }

    private int up() throws IOException, InterruptedException {
        synchronized (log) {
            return start(root, log);
        }
    }

    private static int start(Path root, File log) throws IOException, InterruptedException {
        return new ProcessBuilder(root.resolve("deploy/up").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start()
                .waitFor();
    }

    private void loop() {
        try {
            while (!ended.get()) {
                up();
                Pause.of(Duration.ofSeconds(1));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the last attempt has ended. */
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
