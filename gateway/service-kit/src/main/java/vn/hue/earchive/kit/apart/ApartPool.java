package vn.hue.earchive.kit.apart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/** Processes apart that all do the same work, each for one request at a time. */
public final class ApartPool implements AutoCloseable {

    private final Path folder;
    private final BlockingQueue<ApartProcess> idle;

    /**
     * Starts none yet.
     *
     * @param name of the folder, for whoever looks for what takes space
     * @param settings of a process that gets this folder
     */
    public ApartPool(String name, int processes, Function<Path, ApartSettings> settings) {
        try {
            this.folder = Files.createTempDirectory(name + "-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.idle = new ArrayBlockingQueue<>(processes);
        for (int number = 0; number < processes; number++) {
            idle.add(new ApartProcess(settings.apply(folder.resolve("process-" + number))));
        }
    }

    /**
     * Waits for a process that has nothing to do; see {@link ApartProcess#ask}.
     *
     * @throws ApartBroken when the process does not start, or this thread was interrupted
     */
    public ApartReply ask(String request) throws ApartBroken {
        try {
            ApartProcess process = idle.take();
            try {
                return process.ask(request);
            } finally {
                idle.add(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApartBroken("interrupted", e);
        }
    }

    /** Ends the processes that are idle and takes the folder away. */
    @Override
    public void close() {
        idle.forEach(ApartProcess::close);
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
