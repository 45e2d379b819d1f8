package vn.hue.earchive.archive.store;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.Digests;

/**
 * Takes a package as it is made and sends it to all stores at once. Holds at most two part buffers:
 * one fills while the other is on its way. A package that fits into one part goes as a single PUT
 * after its last byte is known; a longer one goes in parts and exists only once they are completed.
 * A store that fails is left out from then on.
 */
final class PackSink extends OutputStream {

    private static final int MIN_PART = 8 << 20;
    private static final int MAX_PARTS = 9_000;

    private final String key;
    private final int partSize;
    private final ExecutorService threads;
    private final List<Branch> branches = new ArrayList<>();
    private byte[] filling;
    private byte @Nullable [] resting;
    private int filled;
    private int parts;

    /** The copy in one store. */
    private static final class Branch {
        private final ArchiveBucket bucket;
        private final List<String> etags = new ArrayList<>();
        private @Nullable String uploadId;
        private @Nullable StoreFailure failure;
        private @Nullable Future<?> running;

        private Branch(ArchiveBucket bucket) {
            this.bucket = bucket;
        }
    }

    /**
     * @param estimatedSize bytes that the package will have about; decides the size of the parts,
     *     because a store takes 10,000 of them
     */
    PackSink(String key, long estimatedSize, List<ArchiveBucket> buckets, ExecutorService threads) {
        this(key, estimatedSize, MIN_PART, buckets, threads);
    }

    PackSink(
            String key,
            long estimatedSize,
            int minPart,
            List<ArchiveBucket> buckets,
            ExecutorService threads) {
        this.key = key;
        this.threads = threads;
        this.partSize = Math.toIntExact(Math.max(minPart, Math.ceilDiv(estimatedSize, MAX_PARTS)));
        this.filling = new byte[(int) Math.min(partSize, Math.max(estimatedSize, 1 << 12))];
        buckets.forEach(bucket -> branches.add(new Branch(bucket)));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == partSize) {
                sendPart();
            }
            int n = Math.min(left, partSize - filled);
            if (filled + n > filling.length) {
                long grown = Math.max(filled + n, Math.min(partSize, filling.length * 2L));
                filling = java.util.Arrays.copyOf(filling, Math.toIntExact(grown));
            }
            System.arraycopy(bytes, from, filling, filled, n);
            filled += n;
            from += n;
            left -= n;
        }
    }

    /**
     * Makes the package exist.
     *
     * @param sha256 of the whole package
     * @return stores that have it, in the order given
     * @throws NoStoreLeft when none has; nothing remains then
     */
    List<ArchiveBucket> complete(String sha256) {
        if (parts == 0) {
            byte[] whole = filling;
            int length = filled;
            onEach(branch -> branch.bucket.put(key, whole, length, sha256));
            awaitAll();
        } else {
            if (filled > 0) {
                sendPart();
            }
            awaitAll();
            onEach(branch ->
                    branch.bucket.completeParts(
                            key, java.util.Objects.requireNonNull(branch.uploadId), branch.etags));
            awaitAll();
        }
        return living().stream().map(branch -> branch.bucket).toList();
    }

    /**
     * Removes what was sent and the object itself, as far as the stores can be reached. Never
     * throws.
     */
    void discard() {
        giveUp(true);
    }

    /** Like {@link #discard}, but leaves an object that was there before. */
    void abandon() {
        giveUp(false);
    }

    private void giveUp(boolean delete) {
        for (Branch branch : branches) {
            await(branch);
            try {
                if (branch.uploadId != null) {
                    branch.bucket.abortParts(key, branch.uploadId);
                }
                if (delete) {
                    branch.bucket.delete(key);
                }
            } catch (StoreFailure e) {
                // What remains is no object: it has no inventory, and is reaped later.
                branch.failure = e;
            }
        }
    }

    private void sendPart() {
        awaitAll();
        byte[] part = filling;
        int length = filled;
        int number = ++parts;
        String sha256 = Digests.sha256(part, length);
        onEach(branch -> {
            if (branch.uploadId == null) {
                branch.uploadId = branch.bucket.startParts(key);
            }
            branch.etags.add(
                    branch.bucket.putPart(key, branch.uploadId, number, part, length, sha256));
        });
        filling = resting != null ? resting : new byte[partSize];
        resting = part;
        filled = 0;
    }

    private interface Step {
        void run(Branch branch) throws StoreFailure;
    }

    private void onEach(Step step) {
        for (Branch branch : living()) {
            branch.running =
                    threads.submit(() -> {
                        try {
                            step.run(branch);
                        } catch (StoreFailure e) {
                            branch.failure = e;
                        }
                    });
        }
    }

    private void awaitAll() {
        branches.forEach(PackSink::await);
        if (living().isEmpty()) {
            throw new NoStoreLeft(branches.stream().map(b -> b.failure).toList());
        }
    }

    private static void await(Branch branch) {
        Future<?> running = branch.running;
        branch.running = null;
        if (running == null) {
            return;
        }
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            branch.failure = new StoreFailure(branch.bucket.name(), "answer before the stop", e);
        } catch (ExecutionException e) {
            branch.failure = new StoreFailure(branch.bucket.name(), "take the package", e);
        }
    }

    private List<Branch> living() {
        return branches.stream().filter(branch -> branch.failure == null).toList();
    }
}
