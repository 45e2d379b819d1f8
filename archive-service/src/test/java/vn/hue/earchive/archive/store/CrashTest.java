package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.BuildAip;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.GoldenDossier;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The write path, cut between every two changes, before and after each took effect, with real S3
 * servers behind the cut. Nothing half is ever visible, and the next attempt succeeds.
 *
 * <p>Red when the inventory is written before the content or the index, when the commit is not the
 * conditional PUT of {@code v1/inventory.json}, when the reader trusts a root inventory without its
 * sidecar, when an unfinished object is not finished by the next attempt, or when leftovers are
 * kept (or kept content is reaped).
 */
class CrashTest {

    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));

    private final TestStores stores = new TestStores();
    private final GoldenDossier dossier = GoldenDossier.random(2, 3000, 42);

    @Test
    void aProcessThatDiesBetweenAnyTwoChangesLeavesNothingHalf() throws Exception {
        stores.store().write(dossier.description(TestStores.newObjId()), dossier);
        for (boolean afterEffect : List.of(false, true)) {
            int step = 0;
            for (boolean struck = true; struck; ) {
                FaultyBucket.Fault fault = new FaultyBucket.Fault(++step, afterEffect);
                AipDescription aip = dossier.description(TestStores.newObjId());
                AipStore dying =
                        stores.store(
                                new FaultyBucket(stores.primary, fault),
                                new FaultyBucket(stores.replica, fault));
                try {
                    dying.write(aip, dossier);
                } catch (Problem e) {
                    assertThat(fault.struck()).isTrue();
                }
                struck = fault.struck();

                AipStore next = stores.store();
                Optional<StoredAip> seen = seenBy(aip, fault);
                StoredAip stored = next.write(aip, dossier);
                for (String missing : stored.missing()) {
                    next.replicate(aip.objId(), missing);
                }
                seen.ifPresent(s -> assertThat(stored.packKey()).isEqualTo(s.packKey()));
                isWholeInBothStores(aip, fault);
            }
            assertThat(step).isGreaterThan(18);
        }
    }

    @Test
    void aStoreThatDiesBetweenAnyTwoChangesIsHealedFromTheOther() throws Exception {
        stores.store().write(dossier.description(TestStores.newObjId()), dossier);
        for (boolean primaryDies : List.of(true, false)) {
            for (boolean afterEffect : List.of(false, true)) {
                int step = 0;
                for (boolean struck = true; struck; ) {
                    FaultyBucket.Fault fault = new FaultyBucket.Fault(++step, afterEffect);
                    AipDescription aip = dossier.description(TestStores.newObjId());
                    AipStore half =
                            primaryDies
                                    ? stores.store(
                                            new FaultyBucket(stores.primary, fault), stores.replica)
                                    : stores.store(
                                            stores.primary,
                                            new FaultyBucket(stores.replica, fault));

                    StoredAip stored = half.write(aip, dossier);

                    struck = fault.struck();
                    String dead = primaryDies ? "primary" : "replica";
                    assertThat(stored.missing())
                            .as("%s", fault.log())
                            .isEqualTo(struck ? List.of(dead) : List.of());
                    stores.store().replicate(aip.objId(), dead);
                    isWholeInBothStores(aip, fault);
                }
                assertThat(step).isGreaterThan(9);
            }
        }
    }

    @Test
    void aLongPackageInPartsThatIsCutAnywhereIsNotThere() throws Exception {
        GoldenDossier large = GoldenDossier.random(3, 3 << 20, 42);
        stores.store(stores.primary).write(large.description(TestStores.newObjId()), large);
        int step = 0;
        for (boolean struck = true; struck; ) {
            FaultyBucket.Fault fault = new FaultyBucket.Fault(++step, false);
            AipDescription aip = large.description(TestStores.newObjId());
            try {
                StoredAip stored =
                        stores.store(new FaultyBucket(stores.primary, fault)).write(aip, large);
                assertThat(stored.size()).isGreaterThan(9 << 20);
            } catch (Problem e) {
                assertThat(fault.struck()).isTrue();
            }
            struck = fault.struck();
            Optional<StoredAip> seen = stores.store(stores.primary).find(aip.objId());
            if (seen.isPresent()) {
                assertThat(
                                Digests.sha256(
                                        AipStoreTest.read(
                                                stores.store(stores.primary)
                                                        .readPackage(aip.objId()))))
                        .isEqualTo(seen.get().packSha256());
            }
        }
        assertThat(step).isGreaterThan(10);
    }

    @Test
    void contentOfAnAttemptThatMayStillLiveIsNotReaped() throws Exception {
        AipDescription aip = dossier.description(TestStores.newObjId());
        FaultyBucket.Fault beforeCommit = new FaultyBucket.Fault(7, false);
        assertThatThrownBy(() ->
                        stores.store(new FaultyBucket(stores.primary, beforeCommit))
                                .write(aip, dossier))
                .isInstanceOf(Problem.class);
        int left = AipStoreTest.objectKeys(stores.primary).size();
        assertThat(left).isEqualTo(2);

        assertThat(stores.store(stores.primary).reap(aip.objId())).isZero();
        assertThat(later(stores.primary).reap(aip.objId())).isEqualTo(2);
        assertThat(AipStoreTest.objectKeys(stores.primary)).isEmpty();
    }

    /** What a reader sees after the crash: nothing, or the whole. */
    private Optional<StoredAip> seenBy(AipDescription aip, FaultyBucket.Fault fault)
            throws Exception {
        Optional<StoredAip> seen = Optional.empty();
        for (ArchiveBucket bucket : List.of(stores.primary, stores.replica)) {
            Optional<Inventory> inventory = new ObjectCopy(bucket, aip.objId()).inventory();
            if (inventory.isPresent()) {
                byte[] pack = AipStoreTest.read(stores.store(bucket).readPackage(aip.objId()));
                assertThat(Digests.sha256(pack))
                        .as("%s", fault.log())
                        .isEqualTo(inventory.get().packSha256());
                seen = stores.store(bucket).find(aip.objId());
            }
        }
        return seen;
    }

    private void isWholeInBothStores(AipDescription aip, FaultyBucket.Fault fault)
            throws Exception {
        StoredAip found = stores.store().find(aip.objId()).orElseThrow();
        assertThat(found.stores()).containsExactly("primary", "replica");
        for (ArchiveBucket bucket : List.of(stores.primary, stores.replica)) {
            later(bucket).reap(aip.objId());
            String root = Ocfl.objectRoot(aip.objId()) + "/";
            assertThat(bucket.list(root).stream().map(k -> k.key().substring(root.length())))
                    .as("%s", fault.log())
                    .containsExactlyInAnyOrder(
                            Ocfl.NAMASTE,
                            Ocfl.INVENTORY,
                            Ocfl.SIDECAR,
                            "v1/" + Ocfl.INVENTORY,
                            "v1/" + Ocfl.SIDECAR,
                            found.packKey().substring(root.length()),
                            found.packKey()
                                    .substring(root.length())
                                    .replace(Ocfl.PACK, Ocfl.INDEX));
            assertThat(
                            Digests.sha256(
                                    AipStoreTest.read(
                                            stores.store(bucket).readPackage(aip.objId()))))
                    .isEqualTo(found.packSha256());
        }
    }

    static AipStore later(ArchiveBucket bucket) {
        return new AipStore(
                BuildAip.withVersion("0.1.0"), new ArchiveStores(List.of(bucket), false), LATER);
    }
}
