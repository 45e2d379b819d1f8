package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hue.earchive.archive.store.AipStoreTest.flipByte;
import static vn.hue.earchive.archive.store.AipStoreTest.objectKeys;
import static vn.hue.earchive.archive.store.AipStoreTest.objects;
import static vn.hue.earchive.archive.store.AipStoreTest.read;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.GoldenDossier;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What happens when a store is down, hangs, or holds bad bytes; on two real S3 servers. */
class CopiesTest {

    private final TestStores stores = new TestStores();
    private final GoldenDossier dossier = GoldenDossier.load();
    private final AipDescription aip = dossier.description(TestStores.newObjId());

    /** Red when one failing store fails the write, or the missing copy is not named. */
    @Test
    void storesInOneStoreWhileTheOtherIsDownAndHealsItLater() throws Exception {
        for (boolean primaryDown : List.of(true, false)) {
            AipDescription described = dossier.description(TestStores.newObjId());
            String missing = primaryDown ? "primary" : "replica";
            AipStore degraded =
                    primaryDown
                            ? stores.store(TestStores.down("primary"), stores.replica)
                            : stores.store(stores.primary, TestStores.down("replica"));

            StoredAip stored = degraded.write(described, dossier);

            assertThat(stored.stores()).hasSize(1);
            assertThat(stored.missing()).containsExactly(missing);
            FileSlice slice = stored.files().getFirst();
            assertThat(read(degraded.read(slice, 0, -1))).isEqualTo(bytesOf(slice));
            assertThatThrownBy(() -> degraded.replicate(described.objId(), missing))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            p -> assertThat(p.type()).isEqualTo(CommonProblem.STORE_UNAVAILABLE));

            AipStore healthy = stores.store();
            assertThat(healthy.replicate(described.objId(), missing)).isTrue();
            assertThat(healthy.replicate(described.objId(), missing)).isFalse();

            assertThat(healthy.find(described.objId()).orElseThrow().stores())
                    .containsExactly("primary", "replica");
        }
        assertThat(objects(stores.primary)).isEqualTo(objects(stores.replica));
    }

    /** Red when a store that accepts and never answers is waited for in every request. */
    @Test
    void waitsForAStoreThatHangsOnceAndThenDoesWithout() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ArchiveBucket hanging =
                    new S3ArchiveBucket(
                            "primary",
                            "http://127.0.0.1:" + silent.getLocalPort(),
                            "key",
                            "secret-of-nobody",
                            "archive",
                            Duration.ofSeconds(2));
            AipStore store = stores.store(hanging, stores.replica);
            assertThat(store.write(aip, dossier).missing()).containsExactly("primary");

            long began = System.nanoTime();
            StoredAip next = store.write(dossier.description(TestStores.newObjId()), dossier);
            read(store.read(next.files().getFirst(), 0, -1));

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Red when anything is acknowledged that no store has. */
    @Test
    void acknowledgesNothingWhenBothStoresAreDown() {
        AipStore none = stores.store(TestStores.down("primary"), TestStores.down("replica"));

        assertThatThrownBy(() -> none.write(aip, dossier))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.type()).isEqualTo(CommonProblem.STORE_UNAVAILABLE));
    }

    /** Red when a whole file is handed out unverified, or a bad copy hides a good one. */
    @Test
    void passesOverABadCopyAndNeverEndsABadStreamNormally() throws Exception {
        StoredAip stored = stores.store().write(aip, dossier);
        FileSlice slice = stored.files().getFirst();
        flipByte(stores.primary, stored.packKey(), slice.offset() + 1000);

        assertThat(read(stores.store().read(slice, 0, -1))).isEqualTo(bytesOf(slice));
        assertThatThrownBy(() -> stores.store(stores.primary).read(slice, 0, -1))
                .isInstanceOfSatisfying(
                        FixityFailure.class, f -> assertThat(f.store()).isEqualTo("primary"));
        assertThatThrownBy(() -> read(stores.store(stores.primary).readPackage(aip.objId())))
                .isInstanceOf(FixityFailure.class);
    }

    /** Red when a root inventory is believed whose sidecar says otherwise, or none is sought. */
    @Test
    void readsTheNewestWholeVersionWhenTheRootInventoryIsDamagedOrGone() throws Exception {
        StoredAip stored = stores.store(stores.primary).write(aip, dossier);
        String root = Ocfl.objectRoot(aip.objId()) + "/";
        byte[] inventory = read(stores.primary.get(root + Ocfl.INVENTORY, 0, -1).orElseThrow());
        byte[] damaged =
                new String(inventory, StandardCharsets.UTF_8)
                        .replace(stored.packSha256(), "0".repeat(64))
                        .getBytes(StandardCharsets.UTF_8);
        stores.primary.put(root + Ocfl.INVENTORY, damaged, damaged.length, Digests.sha256(damaged));

        assertThat(stores.store(stores.primary).find(aip.objId()).orElseThrow().packSha256())
                .isEqualTo(stored.packSha256());

        stores.primary.delete(root + Ocfl.INVENTORY);

        assertThat(Digests.sha256(read(stores.store(stores.primary).readPackage(aip.objId()))))
                .isEqualTo(stored.packSha256());
    }

    /** Red when replication copies without verifying. */
    @Test
    void neverReplicatesBadBytes() throws Exception {
        StoredAip stored =
                stores.store(stores.primary, TestStores.down("replica")).write(aip, dossier);
        flipByte(stores.primary, stored.packKey(), stored.size() / 2);

        assertThatThrownBy(() -> stores.store().replicate(aip.objId(), "replica"))
                .isInstanceOf(FixityFailure.class);

        assertThat(objectKeys(stores.replica)).isEmpty();
    }

    /** Red when a store that already has another object is overwritten. */
    @Test
    void neverOverwritesAnotherObjectWhenReplicating() throws Exception {
        GoldenDossier other = GoldenDossier.random(1, 1000, 7);
        stores.store(stores.primary, TestStores.down("replica")).write(aip, dossier);
        stores.store(TestStores.down("primary"), stores.replica)
                .write(other.description(aip.objId()), other);
        Map<String, String> before = objects(stores.replica);

        assertThatThrownBy(() -> stores.store().replicate(aip.objId(), "replica"))
                .isInstanceOf(AipConflict.class);

        assertThat(objects(stores.replica)).isEqualTo(before);
    }

    private byte[] bytesOf(FileSlice slice) {
        return AipStoreTest.bytesOf(dossier, aip, slice);
    }
}
