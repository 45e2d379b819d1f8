package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real bucket that stops working at a chosen change: before it, or after it took effect but
 * before anyone learns so. Buckets that share a {@link Fault} stop together, as they do for a
 * writing process that dies: it cannot clean up either.
 */
final class FaultyBucket implements ArchiveBucket {

    private final ArchiveBucket real;
    private final Fault fault;

    FaultyBucket(ArchiveBucket real, Fault fault) {
        this.real = real;
        this.fault = fault;
    }

    /** When to stop. */
    static final class Fault {
        private final int failAt;
        private final boolean afterEffect;
        private final AtomicInteger changes = new AtomicInteger();
        private final List<String> log = new ArrayList<>();
        private volatile boolean dead;

        /**
         * @param failAt number of the change that fails, from 1; 0 for never
         */
        Fault(int failAt, boolean afterEffect) {
            this.failAt = failAt;
            this.afterEffect = afterEffect;
        }

        /** Changes that were tried, in order. */
        synchronized List<String> log() {
            return List.copyOf(log);
        }

        boolean struck() {
            return dead;
        }

        private synchronized boolean next(String what) {
            log.add(what);
            return changes.incrementAndGet() == failAt;
        }
    }

    private interface Change<T> {
        T make() throws StoreFailure;
    }

    private <T> T change(String what, Change<T> change) throws StoreFailure {
        if (fault.dead) {
            throw new StoreFailure(name(), what, new IOException("dead"));
        }
        boolean last = fault.next(what);
        if (last && !fault.afterEffect) {
            fault.dead = true;
            throw new StoreFailure(name(), what, new IOException("injected before " + what));
        }
        T result = change.make();
        if (last) {
            fault.dead = true;
            throw new StoreFailure(name(), what, new IOException("injected after " + what));
        }
        return result;
    }

    private <T> T look(Change<T> look) throws StoreFailure {
        if (fault.dead) {
            throw new StoreFailure(name(), "answer", new IOException("dead"));
        }
        return look.make();
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public void put(String key, byte[] bytes, int length, String sha256) throws StoreFailure {
        change(
                "put " + key,
                () -> {
                    real.put(key, bytes, length, sha256);
                    return true;
                });
    }

    @Override
    public boolean create(String key, byte[] bytes, int length, String sha256) throws StoreFailure {
        return change("create " + key, () -> real.create(key, bytes, length, sha256));
    }

    @Override
    public String startParts(String key) throws StoreFailure {
        return change("startParts " + key, () -> real.startParts(key));
    }

    @Override
    public String putPart(
            String key, String uploadId, int number, byte[] bytes, int length, String sha256)
            throws StoreFailure {
        return change(
                "putPart " + number + " " + key,
                () -> real.putPart(key, uploadId, number, bytes, length, sha256));
    }

    @Override
    public void completeParts(String key, String uploadId, List<String> parts) throws StoreFailure {
        change(
                "completeParts " + key,
                () -> {
                    real.completeParts(key, uploadId, parts);
                    return true;
                });
    }

    @Override
    public void abortParts(String key, String uploadId) throws StoreFailure {
        change(
                "abortParts " + key,
                () -> {
                    real.abortParts(key, uploadId);
                    return true;
                });
    }

    @Override
    public void delete(String key) throws StoreFailure {
        change(
                "delete " + key,
                () -> {
                    real.delete(key);
                    return true;
                });
    }

    @Override
    public Optional<InputStream> get(String key, long offset, long length) throws StoreFailure {
        return look(() -> real.get(key, offset, length));
    }

    @Override
    public Optional<Long> size(String key) throws StoreFailure {
        return look(() -> real.size(key));
    }

    @Override
    public Children children(String prefix) throws StoreFailure {
        return look(() -> real.children(prefix));
    }

    @Override
    public Features features() throws StoreFailure {
        return look(real::features);
    }

    @Override
    public List<Listed> list(String prefix) throws StoreFailure {
        return look(() -> real.list(prefix));
    }
}
