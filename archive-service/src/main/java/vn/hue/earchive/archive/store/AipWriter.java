package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.FileSource;
import vn.hue.earchive.archive.aip.PackIndex;
import vn.hue.earchive.archive.store.ArchiveStores.Answer;

/** The write path of a new object; see {@link ObjectCopy} for its steps in one store. */
final class AipWriter {

    private static final Logger LOG = Logger.getLogger(AipWriter.class);
    // Uncommitted content is reaped after an hour; a writer that was stopped for long must not
    // commit what may be gone.
    private static final long COMMIT_WITHIN_NANOS = Duration.ofMinutes(15).toNanos();

    private final BuildAip build;
    private final ArchiveStores stores;
    private final Supplier<String> attempts;

    /**
     * @param attempts a new name for each attempt: content of different attempts never shares a
     *     key, so that a late writer cannot change what another has committed
     */
    AipWriter(BuildAip build, ArchiveStores stores, Supplier<String> attempts) {
        this.build = build;
        this.stores = stores;
        this.attempts = attempts;
    }

    StoredAip write(AipDescription aip, FileSource source) throws IOException {
        List<Answer<Boolean>> states =
                stores.each(
                        stores.usable(),
                        bucket -> {
                            stores.prepare(bucket);
                            return new ObjectCopy(bucket, aip.objId()).isCommitted();
                        });
        if (states.stream().anyMatch(Answer::value)) {
            return existing(aip);
        }
        return create(aip, source, states.stream().map(Answer::bucket).toList());
    }

    private StoredAip create(AipDescription aip, FileSource source, List<ArchiveBucket> buckets)
            throws IOException {
        String directory = "v1/content/" + attempts.get();
        String prefix = Ocfl.objectRoot(aip.objId()) + "/" + directory + "/";
        PackSink sink =
                new PackSink(
                        prefix + Ocfl.PACK, build.estimatedSize(aip), buckets, stores.threads());
        PackIndex index;
        List<ArchiveBucket> holders;
        long began;
        try {
            index = build.write(aip, source, sink);
            began = System.nanoTime();
            holders = sink.complete(index.sha256());
        } catch (Throwable e) {
            sink.discard();
            throw e;
        }
        byte[] indexJson = IndexFile.write(index);
        String indexSha256 = Digests.sha256(indexJson);
        Inventory inventory = Inventory.first(aip, directory, index.sha256(), indexSha256);
        holders =
                stores
                        .each(
                                holders,
                                bucket -> {
                                    bucket.put(
                                            prefix + Ocfl.INDEX,
                                            indexJson,
                                            indexJson.length,
                                            indexSha256);
                                    return true;
                                })
                        .stream()
                        .map(Answer::bucket)
                        .toList();
        if (System.nanoTime() - began > COMMIT_WITHIN_NANOS) {
            sink.discard();
            throw new IOException("the write was stopped for too long to be committed");
        }
        List<ArchiveBucket> committed = commit(aip.objId(), directory, inventory, holders);
        if (committed.isEmpty()) {
            return existing(aip);
        }
        List<ArchiveBucket> finished =
                stores
                        .each(
                                committed,
                                bucket -> {
                                    new ObjectCopy(bucket, aip.objId()).finish(inventory);
                                    return true;
                                })
                        .stream()
                        .map(Answer::bucket)
                        .toList();
        return result(inventory, index, finished);
    }

    /**
     * Commits store by store, primary first: two writers of the same object meet at the first
     * store, and the one that loses there does not go on.
     *
     * @return stores that committed; empty when another writer was first, whose object stands
     * @throws NoStoreLeft when no store answered; one of them may have committed nevertheless
     */
    private List<ArchiveBucket> commit(
            String objId, String directory, Inventory inventory, List<ArchiveBucket> holders) {
        List<ArchiveBucket> committed = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (ArchiveBucket bucket : holders) {
            try {
                if (new ObjectCopy(bucket, objId).commit(inventory)) {
                    committed.add(bucket);
                    continue;
                }
                LOG.warnf(
                        "Another writer committed this object first store=%s objId=%s",
                        bucket.name(), objId);
                for (ArchiveBucket loser : committed.isEmpty() ? holders : List.of(bucket)) {
                    new ObjectCopy(loser, objId).deleteContent(directory);
                }
                if (committed.isEmpty()) {
                    return List.of();
                }
            } catch (StoreFailure e) {
                stores.failed(bucket, e);
                failures.add(e);
            }
        }
        if (committed.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        return committed;
    }

    private StoredAip existing(AipDescription aip) throws IOException {
        return adopt(aip.objId(), aip)
                .orElseThrow(() ->
                        new FixityFailure(aip.objId(), "every", "it is committed but not whole"));
    }

    /**
     * Takes over what an earlier attempt has committed: finishes it where it is unfinished.
     *
     * @param aip what the object must be about; null when any will do
     */
    Optional<StoredAip> adopt(String objId, @Nullable AipDescription aip) throws IOException {
        List<Answer<Optional<Inventory>>> answers =
                stores.each(stores.all(), bucket -> new ObjectCopy(bucket, objId).inventory());
        Inventory inventory = null;
        PackIndex index = null;
        List<ArchiveBucket> holders = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (Answer<Optional<Inventory>> answer : answers) {
            if (answer.value().isEmpty()) {
                continue;
            }
            ArchiveBucket bucket = answer.bucket();
            Inventory found = answer.value().get();
            if (inventory != null && !inventory.equals(found)) {
                LOG.errorf(
                        "Stores disagree about an object store=%s objId=%s", bucket.name(), objId);
                continue;
            }
            try {
                if (index == null) {
                    index = IndexFile.read(bucket, found);
                    inventory = found;
                }
                ObjectCopy copy = new ObjectCopy(bucket, objId);
                if (!copy.isComplete()) {
                    copy.finish(found);
                }
                holders.add(bucket);
            } catch (FixityFailure e) {
                LOG.errorf(e, "Stored bytes are bad store=%s objId=%s", bucket.name(), objId);
            } catch (StoreFailure e) {
                stores.failed(bucket, e);
                failures.add(e);
            }
        }
        if (holders.isEmpty() && !failures.isEmpty()) {
            throw new NoStoreLeft(failures);
        }
        if (inventory == null || index == null) {
            return Optional.empty();
        }
        if (aip != null && !describes(index, aip)) {
            throw new AipConflict(
                    objId, holders.getFirst().name(), "it holds the files of another dossier");
        }
        return Optional.of(result(inventory, index, holders));
    }

    private static boolean describes(PackIndex index, AipDescription aip) {
        Set<String> stored =
                index.dataFiles().stream()
                        .map(e -> e.fileId() + " " + e.size() + " " + e.sha256())
                        .collect(Collectors.toSet());
        Set<String> wanted = new HashSet<>();
        aip.dossier()
                .documents()
                .forEach(document ->
                        document.files().stream()
                                .map(file -> file.description())
                                .forEach(f ->
                                        wanted.add(
                                                f.fileId() + " " + f.size() + " " + f.sha256())));
        return stored.equals(wanted);
    }

    private StoredAip result(Inventory inventory, PackIndex index, List<ArchiveBucket> holders) {
        List<String> names = holders.stream().map(ArchiveBucket::name).toList();
        return new StoredAip(
                inventory.objectId(),
                inventory.head(),
                names,
                stores.all().stream()
                        .map(ArchiveBucket::name)
                        .filter(name -> !names.contains(name))
                        .toList(),
                inventory.packKey(),
                inventory.packSha256(),
                index.size(),
                index.dataFiles().stream()
                        .map(e ->
                                new FileSlice(
                                        inventory.objectId(),
                                        java.util.Objects.requireNonNull(e.fileId()),
                                        e.path(),
                                        inventory.packKey(),
                                        e.offset(),
                                        e.length(),
                                        e.sha256()))
                        .toList());
    }
}
