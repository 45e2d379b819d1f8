package vn.hue.earchive.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.ObjectVersionId;
import io.ocfl.api.model.ValidationCode;
import io.ocfl.api.model.ValidationIssue;
import io.ocfl.api.model.ValidationResults;
import io.ocfl.core.OcflRepositoryBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.aip.AcceptedFindings;
import vn.hue.earchive.archive.aip.AipDescription;
import vn.hue.earchive.archive.aip.Digests;
import vn.hue.earchive.archive.aip.GoldenDossier;

/**
 * The tree in the bucket, downloaded as it is, opened and judged by ocfl-java, which knows nothing
 * of this service.
 *
 * <p>What it may find stands in {@code accepted-findings.tsv}. Red when the layout differs from
 * extension 0004, a sidecar or the namaste file is missing or wrong, a file lies in the object that
 * the inventory does not name, or a byte of content changes.
 */
class OcflConformanceTest {

    @TempDir Path folder;

    private final TestStores stores = new TestStores();
    private final GoldenDossier dossier = GoldenDossier.load();

    @Test
    void isReadAndFoundValidByOcflJava() throws Exception {
        AipDescription aip = dossier.description(TestStores.newObjId());
        StoredAip stored = stores.store().write(aip, dossier);
        // What a repair has set aside must not keep a stranger's tool out.
        byte[] aside = {1, 2, 3};
        stores.primary.put(
                Ocfl.SET_ASIDE + Ocfl.objectRoot(aip.objId()) + "/v1/content/stray",
                aside,
                aside.length,
                Digests.sha256(aside));

        for (ArchiveBucket bucket : new ArchiveBucket[] {stores.primary, stores.replica}) {
            OcflRepository repository = open(download(bucket, folder.resolve(bucket.name())));
            ValidationResults results = repository.validateObject(aip.objId(), true);

            assertThat(results.getErrors()).isEmpty();
            assertThat(
                            results.getWarnings().stream()
                                    .map(issue -> issue.getCode().name())
                                    .collect(Collectors.toSet()))
                    .isEqualTo(AcceptedFindings.of("ocfl-java"));
            Path exported = folder.resolve("exported-" + bucket.name());
            repository.getObject(ObjectVersionId.head(aip.objId()), exported);
            assertThat(Digests.sha256(Files.readAllBytes(exported.resolve("aip.zip"))))
                    .isEqualTo(stored.packSha256());
            assertThat(exported.resolve("aip.offsets.json")).isNotEmptyFile();
        }
    }

    /** Red when a later version is not what OCFL says, or ocfl-java cannot read an earlier one. */
    @Test
    void everyVersionIsReadAndFoundValidByOcflJava() throws Exception {
        AipDescription aip = dossier.description(TestStores.newObjId());
        StoredAip first = stores.store().write(aip, dossier);
        GoldenDossier changed = GoldenDossier.random(2, 2000, 5);
        StoredAip second =
                stores.store()
                        .writeVersion(
                                changed.description(aip.objId()),
                                changed,
                                2,
                                VersionsTest.note("Migration"));
        ArchiveObjects objects = VersionsTest.archive(stores.primary, stores.replica);
        String hold = "urn:earchive:hold:" + java.util.UUID.randomUUID();
        objects.write(
                hold, 1, VersionsTest.note("1"), VersionsTest.files("hold.json", "a", "d/e", "b"));
        objects.write(hold, 2, VersionsTest.note("2"), VersionsTest.files("hold.json", "b"));
        objects.write(hold, 3, VersionsTest.note("3"), VersionsTest.files("hold.json", "c"));

        for (ArchiveBucket bucket : new ArchiveBucket[] {stores.primary, stores.replica}) {
            OcflRepository repository = open(download(bucket, folder.resolve(bucket.name())));
            for (String id : java.util.List.of(aip.objId(), hold)) {
                ValidationResults results = repository.validateObject(id, true);
                assertThat(results.getErrors()).isEmpty();
                assertThat(
                                results.getWarnings().stream()
                                        .map(issue -> issue.getCode().name())
                                        .collect(Collectors.toSet()))
                        .isEqualTo(AcceptedFindings.of("ocfl-java"));
            }
            assertThat(pack(repository, aip, "v1")).isEqualTo(first.packSha256());
            assertThat(pack(repository, aip, "v2")).isEqualTo(second.packSha256());
        }
    }

    private String pack(OcflRepository repository, AipDescription aip, String version)
            throws Exception {
        Path exported = Files.createTempDirectory(folder, "exported").resolve(version);
        repository.getObject(ObjectVersionId.version(aip.objId(), version), exported);
        return Digests.sha256(Files.readAllBytes(exported.resolve("aip.zip")));
    }

    /** The judge itself must be able to say no. */
    @Test
    void aFlippedByteIsFoundByOcflJava() throws Exception {
        AipDescription aip = dossier.description(TestStores.newObjId());
        StoredAip stored = stores.store(stores.primary).write(aip, dossier);
        AipStoreTest.flipByte(stores.primary, stored.packKey(), 5000);

        ValidationResults results =
                open(download(stores.primary, folder)).validateObject(aip.objId(), true);

        assertThat(results.getErrors())
                .extracting(ValidationIssue::getCode)
                .contains(ValidationCode.E092);
    }

    private OcflRepository open(Path root) throws Exception {
        // No layout is given: ocfl-java must find it in the storage root.
        return new OcflRepositoryBuilder()
                .storage(storage -> storage.fileSystem(root))
                .workDir(Files.createTempDirectory(folder, "work"))
                .build();
    }

    private static Path download(ArchiveBucket bucket, Path root) throws Exception {
        for (ArchiveBucket.Listed listed : bucket.list("")) {
            Path file = root.resolve(listed.key());
            Files.createDirectories(file.getParent());
            Files.write(file, AipStoreTest.read(bucket.get(listed.key(), 0, -1).orElseThrow()));
        }
        return root;
    }
}
