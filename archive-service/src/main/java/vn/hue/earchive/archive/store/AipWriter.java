package vn.hue.earchive.archive.store;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import vn.hue.earchive.kit.objects.ObjectMissing;

/** The write path of packages; see {@link ObjectCopy} for its steps in one store. */
final class AipWriter {

    private static final Logger LOG = Logger.getLogger(AipWriter.class);
    // Uncommitted content is reaped after an hour; a writer that was stopped for long must not
    // commit what may be gone.
    private static final long COMMIT_WITHIN_NANOS = Duration.ofMinutes(15).toNanos();

    private final BuildAip build;
    private final ArchiveStores stores;
    private final VersionCommit commit;
    private final Supplier<String> attempts;

    /**
     * @param attempts a new name for each attempt: content of different attempts never shares a
     *     key, so that a late writer cannot change what another has committed
     */
    AipWriter(BuildAip build, ArchiveStores stores, Supplier<String> attempts) {
        this.build = build;
        this.stores = stores;
        this.commit = new VersionCommit(stores);
        this.attempts = attempts;
    }

    StoredAip write(AipDescription aip, FileSource source, List<String> wanted) throws IOException {
        List<Answer<Boolean>> states =
                stores.each(
                        stores.usable(wanted),
                        bucket -> {
                            stores.prepare(bucket);
                            return new ObjectCopy(bucket, aip.objId()).isCommitted();
                        });
        if (states.stream().anyMatch(Answer::value)) {
            return existing(aip);
        }
        VersionNote note =
                VersionNote.ofAgency(
                        "AIP " + aip.arcFileCode(),
                        aip.archive().name(),
                        aip.archive().code(),
                        aip.createdAt());
        List<ArchiveBucket> buckets = states.stream().map(Answer::bucket).toList();
        Optional<StoredAip> created = create(aip, source, buckets, null, note);
        return created.isPresent() ? created.get() : existing(aip);
    }

    StoredAip writeVersion(AipDescription aip, FileSource source, int version, VersionNote note)
            throws IOException {
        if (version < 2) {
            throw new IllegalArgumentException("the first version is made by write");
        }
        Heads heads = Heads.of(stores, aip.objId());
        @Nullable Inventory newest = heads.newest();
        if (newest == null) {
            throw new ObjectMissing(aip.objId());
        }
        if (newest.number() == version - 1) {
            Optional<StoredAip> created = create(aip, source, heads.finished(stores), newest, note);
            if (created.isPresent()) {
                return created.get();
            }
            newest = Objects.requireNonNull(Heads.of(stores, aip.objId()).newest());
        }
        if (newest.number() != version || !newest.message().equals(note.message())) {
            throw new AipConflict(
                    aip.objId(),
                    "every",
                    "its head is %s (%s), which is not this v%d and is not followed by it"
                            .formatted(newest.head(), newest.message(), version));
        }
        return existing(aip);
    }

    private Optional<StoredAip> create(
            AipDescription aip,
            FileSource source,
            List<ArchiveBucket> buckets,
            @Nullable Inventory before,
            VersionNote note)
            throws IOException {
        String directory =
                Ocfl.version(before == null ? 1 : before.number() + 1)
                        + "/content/"
                        + attempts.get();
        String prefix = Ocfl.objectRoot(aip.objId()) + "/" + directory + "/";
        PackSink sink =
                new PackSink(
                        prefix + Ocfl.PACK, build.estimatedSize(aip), buckets, stores.threads());
        PackIndex index;
        @Nullable String custody;
        List<ArchiveBucket> holders;
        long began;
        try {
            index = build.write(aip, source, sink);
            custody = custody(source, before, buckets);
            began = System.nanoTime();
            holders = sink.complete(index.sha256());
        } catch (Throwable e) {
            sink.discard();
            throw e;
        }
        IndexFile file = new IndexFile(index, custody);
        byte[] indexJson = file.bytes();
        String indexSha256 = Digests.sha256(indexJson);
        Map<String, String> state = new LinkedHashMap<>();
        state.put(Ocfl.PACK, index.sha256());
        state.put(Ocfl.INDEX, indexSha256);
        Map<String, String> added = new LinkedHashMap<>();
        state.forEach((path, sha256) -> {
            if (before == null || !before.manifest().containsValue(sha256)) {
                added.put(sha256, directory + "/" + path);
            }
        });
        if (!added.containsKey(index.sha256())) {
            sink.discard(); // the same package is there already
        }
        Inventory inventory = InventoryWriter.write(aip.objId(), before, note, state, added);
        if (added.containsKey(indexSha256)) {
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
        }
        if (System.nanoTime() - began > COMMIT_WITHIN_NANOS) {
            sink.discard();
            throw new IOException("the write was stopped for too long to be committed");
        }
        List<ArchiveBucket> finished = commit.commit(inventory, directory, holders);
        return finished.isEmpty()
                ? Optional.empty()
                : Optional.of(result(inventory, file, finished));
    }

    /** A later version keeps what was noted, unless there is something new. */
    private static @Nullable String custody(
            FileSource source, @Nullable Inventory before, List<ArchiveBucket> buckets)
            throws IOException {
        String told = source.custody();
        return told != null || before == null || buckets.isEmpty()
                ? told
                : IndexFile.read(buckets.getFirst(), before).custody();
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
        Heads heads = Heads.of(stores, objId);
        @Nullable Inventory inventory = heads.newest();
        if (inventory == null || !inventory.isPackage()) {
            return Optional.empty();
        }
        IndexFile file = null;
        List<ArchiveBucket> holders = new ArrayList<>();
        List<StoreFailure> failures = new ArrayList<>();
        for (ArchiveBucket bucket : heads.holders()) {
            try {
                if (file == null) {
                    file = IndexFile.read(bucket, inventory);
                }
                ObjectCopy copy = new ObjectCopy(bucket, objId);
                if (!copy.isFinished(inventory)) {
                    copy.finishNewest(inventory);
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
        if (file == null) {
            return Optional.empty();
        }
        if (aip != null && !describes(file.index(), aip)) {
            throw new AipConflict(
                    objId, holders.getFirst().name(), "it holds the files of another dossier");
        }
        return Optional.of(result(inventory, file, holders));
    }

    private static boolean describes(PackIndex index, AipDescription aip) {
        Set<String> stored =
                index.dataFiles().stream()
                        .map(e -> e.fileId() + " " + e.size() + " " + e.sha256())
                        .collect(Collectors.toSet());
        Set<String> wanted =
                aip.dossier()
                        .files()
                        .map(file -> file.description())
                        .map(f -> f.fileId() + " " + f.size() + " " + f.sha256())
                        .collect(Collectors.toSet());
        return stored.equals(wanted);
    }

    private StoredAip result(Inventory inventory, IndexFile file, List<ArchiveBucket> holders) {
        List<String> names = holders.stream().map(ArchiveBucket::name).toList();
        return StoredAip.of(inventory, file, names, stores.without(names));
    }
}
