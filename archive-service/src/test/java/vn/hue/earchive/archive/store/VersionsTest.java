package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.hue.earchive.archive.store.AipStoreTest.objectKeys;
import static vn.hue.earchive.archive.store.AipStoreTest.objects;
import static vn.hue.earchive.archive.store.AipStoreTest.read;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.GoldenDossier;
import vn.hue.earchive.kit.problem.Problem;

/** Later versions of an object, and objects that are not packages; on two real S3 servers. */
class VersionsTest {

    private static final VersionNote PLACED = note("Hold placed");
    private static final VersionNote LIFTED = note("Hold lifted");

    private final TestStores stores = new TestStores();
    private final String id = "urn:earchive:hold:" + UUID.randomUUID();

    /** Red when a version loses what an earlier one said, or its files cannot be read. */
    @Test
    void keepsEveryVersionOfASmallObjectReadable() throws Exception {
        ArchiveObjects objects = archive(stores.primary, stores.replica);

        StoredObject first =
                objects.write(id, 1, PLACED, files("hold.json", "placed", "a", "same"));
        StoredObject second =
                objects.write(id, 2, LIFTED, files("hold.json", "lifted", "b/copy", "same"));

        assertThat(first.stores()).containsExactly("primary", "replica");
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.paths()).containsExactlyInAnyOrder("hold.json", "b/copy");
        for (ArchiveBucket only : List.of(stores.primary, stores.replica)) {
            ArchiveObjects reading = archive(only);
            assertThat(reading.read(id, "hold.json")).asString().isEqualTo("lifted");
            assertThat(reading.read(id, "b/copy")).asString().isEqualTo("same");
            assertThat(reading.read(id, 1, "hold.json")).asString().isEqualTo("placed");
            assertThat(reading.read(id, 1, "a")).asString().isEqualTo("same");
            assertThat(reading.messages(id)).containsExactly("Hold placed", "Hold lifted");
        }
        assertThat(objectKeys(stores.primary).stream().filter(key -> key.contains("/v2/content/")))
                .as("what an earlier version has is not stored again")
                .hasSize(1);
        assertThat(objects(stores.primary)).isEqualTo(objects(stores.replica));
    }

    /** Red when a repeated act makes another version, or another act is taken for it. */
    @Test
    void makesAVersionOnceAndRefusesAnotherOneInItsPlace() throws Exception {
        ArchiveObjects objects = archive(stores.primary, stores.replica);
        objects.write(id, 1, PLACED, files("hold.json", "placed"));
        StoredObject second = objects.write(id, 2, LIFTED, files("hold.json", "lifted"));
        Map<String, String> before = objects(stores.primary);

        assertThat(objects.write(id, 2, LIFTED, files("hold.json", "lifted"))).isEqualTo(second);
        assertThat(objects.find(id)).contains(second);
        for (int version : List.of(1, 2, 4)) {
            assertThatThrownBy(() -> objects.write(id, version, PLACED, files("hold.json", "x")))
                    .isInstanceOf(AipConflict.class);
        }
        assertThatThrownBy(() -> objects.write(id, 3, LIFTED, files("../hold.json", "x")))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(objects(stores.primary)).isEqualTo(before);
    }

    /** Red when the commit of a later version is not conditional. */
    @Test
    void letsOneOfSeveralWritersMakeTheNextVersion() throws Exception {
        archive(stores.primary, stores.replica).write(id, 1, PLACED, files("hold.json", "placed"));
        AtomicInteger number = new AtomicInteger();
        Callable<Integer> write =
                () -> {
                    String content = "lifted by " + number.incrementAndGet();
                    try {
                        archive(stores.primary, stores.replica)
                                .write(id, 2, LIFTED, files("hold.json", content));
                        return 1;
                    } catch (AipConflict e) {
                        return 0;
                    }
                };

        int won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var writer : threads.invokeAll(java.util.Collections.nCopies(6, write))) {
                won += writer.get();
            }
        }

        assertThat(won).isEqualTo(1);
        assertThat(objectKeys(stores.primary)).hasSize(9);
        assertThat(objects(stores.primary)).isEqualTo(objects(stores.replica));
    }

    /**
     * The write of a second version, cut between every two changes, before and after each took
     * effect. Red when the root inventory is written before the commit, when the content comes
     * after it, when an unfinished version is not finished by the next attempt, or when a reader
     * sees anything but the first or the second version.
     */
    @Test
    void aWriterThatDiesBetweenAnyTwoChangesLeavesAReadableObject() throws Exception {
        for (boolean afterEffect : List.of(false, true)) {
            int step = 0;
            for (boolean struck = true; struck; ) {
                String object = "urn:earchive:hold:" + UUID.randomUUID();
                archive(stores.primary, stores.replica)
                        .write(object, 1, PLACED, files("hold.json", "placed"));
                FaultyBucket.Fault fault = new FaultyBucket.Fault(++step, afterEffect);
                ArchiveObjects dying =
                        archive(
                                new FaultyBucket(stores.primary, fault),
                                new FaultyBucket(stores.replica, fault));
                try {
                    dying.write(object, 2, LIFTED, files("hold.json", "lifted"));
                } catch (Problem e) {
                    assertThat(fault.struck()).isTrue();
                }
                struck = fault.struck();
                for (ArchiveBucket only : List.of(stores.primary, stores.replica)) {
                    assertThat(
                                    new String(
                                            archive(only).read(object, "hold.json"),
                                            StandardCharsets.UTF_8))
                            .as("%s", fault.log())
                            .isIn("placed", "lifted");
                }

                ArchiveObjects next = archive(stores.primary, stores.replica);
                StoredObject stored = next.write(object, 2, LIFTED, files("hold.json", "lifted"));
                for (String missing : stored.missing()) {
                    stores.store().replicate(object, missing);
                }

                for (ArchiveBucket only : List.of(stores.primary, stores.replica)) {
                    assertThat(archive(only).read(object, "hold.json"))
                            .as("%s", fault.log())
                            .asString()
                            .isEqualTo("lifted");
                    CrashTest.later(only).reap(object);
                    assertThat(only.list(Ocfl.objectRoot(object) + "/"))
                            .as("%s", fault.log())
                            .hasSize(9);
                }
            }
            assertThat(step).isGreaterThan(12);
        }
    }

    /** Red when replication brings the head only, or overwrites what has another history. */
    @Test
    void bringsEveryVersionToAStoreThatWasDown() throws Exception {
        ArchiveObjects alone = archive(stores.primary, TestStores.down("replica"));
        alone.write(id, 1, PLACED, files("hold.json", "placed"));
        assertThat(stores.store().replicate(id, "replica")).isTrue();
        StoredObject second = alone.write(id, 2, LIFTED, files("hold.json", "lifted"));
        assertThat(second.missing()).containsExactly("replica");
        alone.write(id, 3, PLACED, files("hold.json", "placed"));

        assertThat(stores.store().replicate(id, "primary")).as("the source is behind").isFalse();
        assertThat(stores.store().replicate(id, "replica")).isTrue();
        assertThat(stores.store().replicate(id, "replica")).isFalse();

        assertThat(objects(stores.primary)).isEqualTo(objects(stores.replica));
        archive(stores.primary, TestStores.down("replica"))
                .write(id, 4, LIFTED, files("hold.json", "one"));
        archive(TestStores.down("primary"), stores.replica)
                .write(id, 4, LIFTED, files("hold.json", "other"));
        assertThatThrownBy(() -> stores.store().replicate(id, "replica"))
                .isInstanceOf(AipConflict.class);
        assertThat(archive(stores.replica).read(id, "hold.json")).asString().isEqualTo("other");
    }

    /** Red when a changed dossier replaces the package before it, or is made twice. */
    @Test
    void keepsThePackageOfEveryVersionOfADossier() throws Exception {
        GoldenDossier before = GoldenDossier.random(2, 3000, 1);
        GoldenDossier after = GoldenDossier.random(3, 4000, 2);
        AipDescription first = before.description(TestStores.newObjId());
        AipDescription changed = after.description(first.objId());
        VersionNote migrated = note("Migration 7");
        StoredAip v1 = stores.store().write(first, before);

        StoredAip v2 = stores.store().writeVersion(changed, after, 2, migrated);

        assertThat(v2.ocflVersion()).isEqualTo("v2");
        assertThat(v2.stores()).containsExactly("primary", "replica");
        assertThat(stores.store().writeVersion(changed, after, 2, migrated)).isEqualTo(v2);
        assertThatThrownBy(
                        () -> stores.store().writeVersion(changed, after, 2, note("Migration 8")))
                .isInstanceOf(AipConflict.class);
        assertThat(Digests.sha256(read(stores.store().readPackage(first.objId()))))
                .isEqualTo(v2.packSha256());
        assertThat(read(stores.store().read(v1.files().getFirst(), 0, -1)))
                .isEqualTo(AipStoreTest.bytesOf(before, first, v1.files().getFirst()));
        assertThat(stores.store().find(first.objId())).isEqualTo(Optional.of(v2));
        assertThat(objectKeys(stores.primary)).hasSize(11);
    }

    static ArchiveObjects archive(ArchiveBucket... buckets) {
        return new ArchiveObjects(new ArchiveStores(List.of(buckets), false));
    }

    static VersionNote note(String message) {
        return VersionNote.ofAgency(
                message, "UBND phường An Cựu", "H57.21", Instant.parse("2026-11-27T02:00:00Z"));
    }

    static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }
}
