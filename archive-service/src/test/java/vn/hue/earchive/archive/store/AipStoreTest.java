package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.aip.AipChecks;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.FileMismatch;
import vn.hue.earchive.archive.aip.FileSource;
import vn.hue.earchive.archive.aip.GoldenDossier;
import vn.hue.earchive.archive.aip.PackIndex;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.objects.ObjectMissing;

/** What the archive stores promise, on two real S3 servers. */
class AipStoreTest {

    private final TestStores stores = new TestStores();
    private final GoldenDossier dossier = GoldenDossier.load();
    private final AipDescription aip = dossier.description(TestStores.newObjId());

    /**
     * Red when a file's offset in the package is wrong, when only one store is written, or when
     * bytes are changed on the way.
     */
    @Test
    void givesEveryFileBackByteForByteFromEitherStore() throws Exception {
        StoredAip stored = stores.store().write(aip, dossier);

        assertThat(stored.stores()).containsExactly("primary", "replica");
        assertThat(stored.missing()).isEmpty();
        assertThat(stored.files()).hasSize(4);
        for (ArchiveBucket only : List.of(stores.primary, stores.replica)) {
            AipStore store = stores.store(only);
            for (FileSlice slice : stored.files()) {
                byte[] bytes = bytesOf(slice);
                assertThat(read(store.read(slice, 0, -1))).isEqualTo(bytes);
                assertThat(read(store.read(slice, 5, 100)))
                        .isEqualTo(Arrays.copyOfRange(bytes, 5, 105));
                assertThat(read(store.read(slice, bytes.length - 1, 1)))
                        .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 1, bytes.length));
                assertThat(read(store.read(slice.objId(), slice.path(), 7, -1)))
                        .isEqualTo(Arrays.copyOfRange(bytes, 7, bytes.length));
            }
            assertThat(Digests.sha256(read(store.readPackage(aip.objId()))))
                    .isEqualTo(stored.packSha256());
            assertThat(read(store.read(aip.objId(), "schemas/METS.xsd", 0, -1))).hasSize(137_125);
            assertThatThrownBy(() -> store.read(aip.objId(), "METS.txt", 0, -1))
                    .isInstanceOf(ObjectMissing.class);
        }
    }

    /** Red when the package differs from what is built without a store. */
    @Test
    void keepsExactlyThePackageThatIsBuilt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackIndex index = BuildAip.withVersion("0.1.0").write(aip, dossier, out);

        StoredAip stored = stores.store().write(aip, dossier);

        assertThat(stored.packSha256()).isEqualTo(index.sha256());
        assertThat(read(stores.store().readPackage(aip.objId()))).isEqualTo(out.toByteArray());
    }

    /** Red when a second write stores anything, or opens the source again. */
    @Test
    void writesTheSameDossierOnce() throws Exception {
        StoredAip first = stores.store().write(aip, dossier);
        Map<String, String> before = objects(stores.primary);
        FileSource untouched =
                new FileSource() {
                    @Override
                    public InputStream open(SubmissionManifest.File file) {
                        throw new AssertionError("the source is not needed again");
                    }

                    @Override
                    public AipChecks checks() {
                        throw new AssertionError("no verdict is needed again");
                    }
                };

        StoredAip second = stores.store().write(aip, untouched);

        assertThat(second).isEqualTo(first);
        assertThat(objects(stores.primary)).isEqualTo(before);
        assertThat(stores.store().find(aip.objId())).contains(first);
        assertThat(stores.store().find(TestStores.newObjId())).isEmpty();
    }

    /**
     * Several instances that believe to have the same dossier. Red when the commit is not
     * conditional, or the loser leaves its content or overwrites the winner's.
     */
    @Test
    void letsOneOfSeveralWritersWinAndTellsAllTheSame() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<StoredAip> write = () -> stores.store().write(aip, GoldenDossier.load());
            List<Future<StoredAip>> writers =
                    threads.invokeAll(java.util.Collections.nCopies(6, write));
            StoredAip first = writers.getFirst().get();
            for (Future<StoredAip> writer : writers) {
                assertThat(writer.get().packKey()).isEqualTo(first.packKey());
            }
            assertThat(read(stores.store().read(first.files().getFirst(), 0, -1)))
                    .isEqualTo(bytesOf(first.files().getFirst()));
        }
        for (ArchiveBucket bucket : List.of(stores.primary, stores.replica)) {
            assertThat(objectKeys(bucket)).hasSize(7);
        }
        assertThat(objects(stores.primary)).isEqualTo(objects(stores.replica));
    }

    /** Red when an object is adopted without looking at what it holds. */
    @Test
    void refusesAnIdThatHoldsAnotherDossier() {
        stores.store().write(aip, dossier);
        GoldenDossier other = GoldenDossier.random(1, 1000, 7);

        assertThatThrownBy(() -> stores.store().write(other.description(aip.objId()), other))
                .isInstanceOf(AipConflict.class);
    }

    /** Red when the mismatch is found after the commit. */
    @Test
    void keepsNothingOfADossierWithAWrongByte() throws Exception {
        FileSource spoilt =
                new FileSource() {
                    private int opened;

                    @Override
                    public InputStream open(SubmissionManifest.File file) {
                        byte[] bytes = dossier.bytes(file).clone();
                        if (++opened == 3) {
                            bytes[9] ^= 4;
                        }
                        return new java.io.ByteArrayInputStream(bytes);
                    }

                    @Override
                    public AipChecks checks() {
                        return dossier.checks();
                    }
                };

        assertThatThrownBy(() -> stores.store().write(aip, spoilt))
                .isInstanceOf(FileMismatch.class);

        assertThat(objectKeys(stores.primary)).isEmpty();
        assertThat(objectKeys(stores.replica)).isEmpty();
    }

    /** Red when the verdict is asked for after the commit, or its refusal is swallowed. */
    @Test
    void keepsNothingOfADossierThatTheChecksRefuse() throws Exception {
        IllegalStateException verdict = new IllegalStateException("infected");
        FileSource refused =
                new FileSource() {
                    @Override
                    public InputStream open(SubmissionManifest.File file) {
                        return dossier.open(file);
                    }

                    @Override
                    public AipChecks checks() {
                        throw verdict;
                    }
                };

        assertThatThrownBy(() -> stores.store().write(aip, refused)).isSameAs(verdict);

        assertThat(objectKeys(stores.primary)).isEmpty();
        assertThat(objectKeys(stores.replica)).isEmpty();
    }

    /**
     * A package longer than a part is on its way before its verdict is known. Red when the parts
     * that were sent are not given up.
     */
    @Test
    void givesUpThePartsOfALongPackageThatIsRefused() throws Exception {
        GoldenDossier large = GoldenDossier.random(3, 3 << 20, 42);
        FileSource refused =
                new FileSource() {
                    @Override
                    public InputStream open(SubmissionManifest.File file) {
                        return large.open(file);
                    }

                    @Override
                    public AipChecks checks() {
                        throw new IllegalStateException("infected");
                    }
                };
        FaultyBucket.Fault never = new FaultyBucket.Fault(0, false);
        AipStore store = stores.store(new FaultyBucket(stores.primary, never));

        assertThatThrownBy(() -> store.write(large.description(aip.objId()), refused))
                .hasMessage("infected");

        assertThat(never.log()).anyMatch(change -> change.startsWith("putPart 1 "));
        assertThat(never.log()).anyMatch(change -> change.startsWith("abortParts "));
        assertThat(objectKeys(stores.primary)).isEmpty();
    }

    /**
     * The server, not only the client, refuses bytes that are not the signed ones. Red when the
     * payload is sent unsigned.
     */
    @Test
    void isRefusedByTheServerWhenBytesAreNotTheSignedOnes() {
        byte[] bytes = {1, 2, 3};
        String wrong = Digests.sha256(new byte[] {3, 2, 1});

        assertThatThrownBy(() -> stores.primary.put("k", bytes, bytes.length, wrong))
                .isInstanceOf(StoreFailure.class);
    }

    static byte[] read(InputStream in) throws java.io.IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private byte[] bytesOf(FileSlice slice) {
        return bytesOf(dossier, aip, slice);
    }

    static byte[] bytesOf(GoldenDossier dossier, AipDescription aip, FileSlice slice) {
        return aip.dossier()
                .files()
                .filter(f -> f.description().fileId().equals(slice.fileId()))
                .map(dossier::bytes)
                .findFirst()
                .orElseThrow();
    }

    static void flipByte(ArchiveBucket bucket, String key, long at) throws Exception {
        byte[] bytes = read(bucket.get(key, 0, -1).orElseThrow());
        bytes[(int) at] ^= 1;
        bucket.put(key, bytes, bytes.length, Digests.sha256(bytes));
    }

    /** Everything but the storage root's own files. */
    static List<String> objectKeys(ArchiveBucket bucket) throws Exception {
        return bucket.list("").stream()
                .map(ArchiveBucket.Listed::key)
                .filter(key -> !Ocfl.rootFiles().containsKey(key) && !key.equals(Ocfl.IDENTITY))
                .sorted()
                .toList();
    }

    static Map<String, String> objects(ArchiveBucket bucket) throws Exception {
        Stream<String> keys =
                bucket.list("").stream()
                        .map(ArchiveBucket.Listed::key)
                        .filter(key -> !key.equals(Ocfl.IDENTITY));
        return keys.collect(
                Collectors.toMap(
                        key -> key,
                        key -> {
                            try {
                                return Digests.sha256(read(bucket.get(key, 0, -1).orElseThrow()));
                            } catch (java.io.IOException e) {
                                throw new java.io.UncheckedIOException(e);
                            }
                        }));
    }
}
