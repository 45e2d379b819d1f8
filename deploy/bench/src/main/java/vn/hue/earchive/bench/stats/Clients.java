package vn.hue.earchive.bench.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** So many clients that share a list of work: each takes the next piece when it has done one. */
public final class Clients {

    private Clients() {}

    /** A piece of work by its index. */
    @FunctionalInterface
    public interface Work {
        void run(int index) throws Exception;
    }

    /**
     * Runs the pieces 0 to {@code count - 1} and returns when all are done.
     *
     * @throws ExecutionException with the first failure; the other clients stop after their current
     *     piece
     */
    public static void each(int count, int clients, Work work)
            throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(
                        threads.submit(() -> {
                            try {
                                for (int index; (index = next.getAndIncrement()) < count; ) {
                                    work.run(index);
                                }
                            } catch (Exception e) {
                                next.set(count);
                                throw e;
                            }
                            return null;
                        }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
    }
}
