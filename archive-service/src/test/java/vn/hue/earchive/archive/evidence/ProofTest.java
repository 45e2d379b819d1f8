package vn.hue.earchive.archive.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.hue.earchive.archive.intake.ArchiveComponents;
import vn.hue.earchive.archive.intake.ArchiveWorld;
import vn.hue.earchive.verifier.Finding;
import vn.hue.earchive.verifier.Main;
import vn.hue.earchive.verifier.Verification;

/** A dossier's proof, checked by a program that shares no code with the archive. */
@QuarkusTest
@QuarkusTestResource(value = ArchiveComponents.class, restrictToAnnotatedClass = false)
class ProofTest {

    private static final int FLIPS = Integer.getInteger("archive.test.flips", 400);

    @Inject ArchiveWorld archive;
    @Inject LogWorld world;

    /**
     * Red when a part of the proof is missing or wrong; when the length that was announced is not
     * the one that came; when who has read the dossier is told.
     */
    @Test
    void aStrangerChecksTheBundleOffline(@TempDir Path folder) throws Exception {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        byte[] bundle = dossier.bundle();

        Verification verification = ProvenDossier.verify(bundle, dossier.vkey());
        assertThat(verification.findings())
                .allMatch(finding -> finding.kind() != Finding.Kind.FAILS)
                .hasSizeGreaterThanOrEqualTo(6);
        assertThat(verification.holds()).isTrue();

        Map<String, byte[]> files = ProvenDossier.files(bundle);
        assertThat(files)
                .containsKeys(
                        "README.txt",
                        "report.html",
                        "log/key.txt",
                        "log/checkpoint",
                        "manifest-sha256.txt",
                        "package.zip",
                        "entries/0001.json",
                        "entries/0001.salt",
                        "entries/0001.tlog-proof");
        assertThat(text(files, "report.html"))
                .contains("Báo cáo chứng minh", dossier.id().toString());
        assertThat(files.get("package.zip"))
                .isEqualTo(
                        dossier.as("agency-archivist")
                                .get("/v1/holdings/" + dossier.id() + "/package")
                                .asByteArray());
        assertThat(files.keySet().stream().map(name -> text(files, name)))
                .noneMatch(content -> content.contains("exportHoldingProof"));
        assertThat(
                        world.ask(
                                "SELECT action FROM audit_entry WHERE aggregate_id = ?"
                                        + " AND action = 'exportHoldingProof'",
                                dossier.id()))
                .isNotEmpty();

        Path file = Files.write(folder.resolve("bundle.zip"), bundle);
        Path key = Files.writeString(folder.resolve("log.key"), dossier.vkey());
        assertThat(program(file.toString(), "--key", key.toString())).isEqualTo(0);
        bundle[bundle.length / 2] ^= 1;
        Files.write(file, bundle);
        assertThat(program(file.toString())).isEqualTo(1);
        assertThat(program(folder.resolve("none.zip").toString())).isEqualTo(2);
        assertThat(program()).isEqualTo(2);
    }

    /**
     * One random bit of the whole file at a time, and every bit of its first and last bytes, where
     * the structure of the ZIP is. Red when a part of the file is not looked at.
     */
    @Test
    void everyChangedBitIsFound() {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        byte[] bundle = dossier.bundle();
        String key = dossier.vkey();
        Random random = new Random(20261128);
        for (int flip = 0; flip < FLIPS; flip++) {
            isFound(bundle, key, random.nextLong(bundle.length * 8L));
        }
        for (long bit = 0; bit < 60 * 8; bit++) {
            isFound(bundle, key, bit);
            isFound(bundle, key, bundle.length * 8L - 1 - bit);
        }
    }

    /**
     * What someone would do who can make a whole new bundle, but has not the key of the log. Red
     * when the verifier does not check the signature, compare the keys, climb to the root, or bind
     * the package to the log.
     */
    @Test
    void aForgedBundleIsFoundWhoeverMadeIt() throws Exception {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        ProvenDossier other = ProvenDossier.takenIn(archive);
        String key = dossier.vkey();
        Map<String, byte[]> files = ProvenDossier.files(dossier.bundle());
        Map<String, byte[]> others = ProvenDossier.files(other.bundle());
        assertThat(ProvenDossier.verify(ProvenDossier.rebuilt(files), key).holds()).isTrue();

        Map<String, Map<String, byte[]>> forgeries = new HashMap<>();
        forgeries.put("another dossier's package", with(files, "package.zip", others));
        forgeries.put("another dossier's entry", with(files, "entries/0001.json", others));
        forgeries.put("another entry's salt", with(files, "entries/0001.salt", others));
        forgeries.put("another entry's proof", with(files, "entries/0001.tlog-proof", others));
        Map<String, byte[]> whole = with(files, "entries/0002.json", others);
        whole = with(with(whole, "entries/0002.salt", others), "entries/0002.tlog-proof", others);
        whole.put("log/checkpoint", Objects.requireNonNull(others.get("log/checkpoint")));
        forgeries.put("an entry about another dossier", whole);
        for (String part : List.of("log/checkpoint", "log/key.txt", "entries/0001.json")) {
            forgeries.put("a changed " + part, changed(files, part));
            forgeries.put("without " + part, without(files, part));
        }
        forgeries.put("without its package", without(files, "package.zip"));
        forgeries.put("without the last entries", withoutStoring(files));
        Map<String, byte[]> ownKey = new TreeMap<>(files);
        ownKey.put(
                "log/key.txt",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
                        .getBytes(StandardCharsets.UTF_8));
        forgeries.put("another key", ownKey);
        forgeries.put("a log of his own, with his key", inAForgedLog(files, key, true));
        forgeries.put("a log of his own, in the name of ours", inAForgedLog(files, key, false));

        forgeries.forEach((name, forged) ->
                assertThat(ProvenDossier.verify(ProvenDossier.rebuilt(forged), key).holds())
                        .as(name)
                        .isFalse());
        assertThat(ProvenDossier.verify(new byte[0], key).holds()).isFalse();
        assertThat(ProvenDossier.verify("PK".getBytes(StandardCharsets.UTF_8), key).holds())
                .isFalse();
    }

    /** Red when the bundle is given to who may not take the package away, or to another agency. */
    @Test
    void onlyWhoMayTakeThePackageAwayGetsTheProof() {
        ProvenDossier dossier = ProvenDossier.takenIn(archive);
        ProvenDossier stranger = ProvenDossier.takenIn(archive);
        dossier.as("reader").get(dossier.path()).then().statusCode(403);
        stranger.as("agency-archivist")
                .get(dossier.path())
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private static void isFound(byte[] bundle, String key, long bit) {
        int at = (int) (bit / 8);
        bundle[at] ^= (byte) (1 << (bit % 8));
        assertThat(ProvenDossier.verify(bundle, key).holds()).as("bit %d", bit).isFalse();
        bundle[at] ^= (byte) (1 << (bit % 8));
    }

    private static Map<String, byte[]> with(
            Map<String, byte[]> files, String name, Map<String, byte[]> others) {
        Map<String, byte[]> forged = new TreeMap<>(files);
        forged.put(name, Objects.requireNonNull(others.get(name)));
        return forged;
    }

    private static Map<String, byte[]> without(Map<String, byte[]> files, String name) {
        Map<String, byte[]> forged = new TreeMap<>(files);
        forged.remove(name);
        return forged;
    }

    /** Changed where the text tells something. */
    private static Map<String, byte[]> changed(Map<String, byte[]> files, String name) {
        Map<String, byte[]> forged = new TreeMap<>(files);
        byte[] bytes = Objects.requireNonNull(files.get(name)).clone();
        bytes[bytes.length / 2] ^= 1;
        forged.put(name, bytes);
        return forged;
    }

    private static Map<String, byte[]> withoutStoring(Map<String, byte[]> files) {
        Map<String, byte[]> forged = new TreeMap<>(files);
        forged.keySet().removeIf(name -> name.startsWith("entries/") && !name.contains("/0001"));
        return forged;
    }

    /**
     * The same acts, one of them told otherwise, in a log of the forger's own.
     *
     * @param ownKey whether he shows his key; else he signs in the name of the true one
     */
    private static Map<String, byte[]> inAForgedLog(
            Map<String, byte[]> files, String vkey, boolean ownKey)
            throws GeneralSecurityException {
        Notes.Verifier log = Notes.Verifier.parse(vkey);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = keys.getPublic().getEncoded();
        Notes.Verifier forger =
                new Notes.Verifier(log.name(), Arrays.copyOfRange(encoded, 12, encoded.length));
        Map<String, byte[]> forged = new TreeMap<>(files);
        forged.keySet().removeIf(name -> name.startsWith("timestamps/"));
        TileTree tree = new TileTree(0, (level, index) -> new byte[0]);
        int acts = 0;
        for (; forged.containsKey("entries/%04d.json".formatted(acts + 1)); acts++) {
            String name = "entries/%04d".formatted(acts + 1);
            String body = text(forged, name + ".json").replace("recordedAt", "recordedLater");
            forged.put(name + ".json", body.getBytes(StandardCharsets.UTF_8));
            byte[] salt = Objects.requireNonNull(forged.get(name + ".salt"));
            tree.append(Merkle.leafHash(Commitment.of(salt, body)));
        }
        Checkpoint checkpoint = new Checkpoint(log.name(), acts, tree.root());
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(checkpoint.text().getBytes(StandardCharsets.UTF_8));
        String note = Notes.signed(checkpoint.text(), ownKey ? forger : log, signature.sign());
        for (int act = 0; act < acts; act++) {
            forged.put(
                    "entries/%04d.tlog-proof".formatted(act + 1),
                    new LogProof(act, Merkle.inclusion(act, acts, tree), note)
                            .text()
                            .getBytes(StandardCharsets.UTF_8));
        }
        forged.put("log/checkpoint", note.getBytes(StandardCharsets.UTF_8));
        if (ownKey) {
            forged.put("log/key.txt", (forger.vkey() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return forged;
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    /** As a stranger runs it: a process of its own, with the JDK and the jar. */
    private static int program(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new java.util.ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                Path.of(
                                                Main.class
                                                        .getProtectionDomain()
                                                        .getCodeSource()
                                                        .getLocation()
                                                        .getPath())
                                        .toString(),
                                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
