package vn.hue.earchive.local.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import vn.hue.earchive.local.component.Component;
import vn.hue.earchive.local.component.StackFailure;

/** Starts components side by side, each as soon as what it needs is ready. */
final class StartOrder {

    private final List<Component> components;
    private final Progress progress;
    private final long began = System.nanoTime();

    /**
     * @param components in an order in which each comes after what it needs
     */
    StartOrder(List<Component> components, Progress progress) {
        this.components = components;
        this.progress = progress;
    }

    void run() throws InterruptedException {
        Map<String, CompletableFuture<Void>> starts = new LinkedHashMap<>();
        List<StackFailure> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : components) {
                CompletableFuture<?>[] needs =
                        component.needs().stream()
                                .map(starts::get)
                                .filter(start -> start != null)
                                .toArray(CompletableFuture<?>[]::new);
                starts.put(
                        component.name(),
                        CompletableFuture.allOf(needs)
                                .thenRunAsync(() -> start(component), threads));
            }
            for (Map.Entry<String, CompletableFuture<Void>> start : starts.entrySet()) {
                try {
                    Void _ = start.getValue().join();
                } catch (CompletionException e) {
                    failures.add(failure(start.getKey(), e));
                }
            }
        }
        if (!failures.isEmpty()) {
            StackFailure first = failures.getFirst();
            failures.stream().skip(1).filter(other -> other != first).forEach(first::addSuppressed);
            throw first;
        }
    }

    private void start(Component component) {
        say(component, "starting");
        try {
            boolean started = component.start();
            say(component, (started ? "ready     " : "running   ") + component.address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure(component.name() + " was interrupted while it started.", e);
        } catch (StackFailure e) {
            say(component, "FAILED");
            throw e;
        }
    }

    private void say(Component component, String what) {
        progress.say(
                "[%5.1f s] %-18s %s"
                        .formatted((System.nanoTime() - began) / 1e9, component.name(), what));
    }

    private static StackFailure failure(String component, CompletionException e) {
        return e.getCause() instanceof StackFailure known
                ? known
                : new StackFailure(component + " cannot be started: " + e.getCause(), e);
    }
}
