package vn.hue.earchive.archive.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.access.HoldingAccess;
import vn.hue.earchive.archive.access.HoldingAccess.Action;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.evidence.ReadEvidence.Leaf;
import vn.hue.earchive.archive.evidence.ReadTimestamps.Stamped;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Gathers what proves a holding to someone who has no access to the archive: its acts with their
 * proofs, the checkpoint, the key. Who has read it is no part of the proof and stays inside.
 */
@ApplicationScoped
class ExportProof {

    static final String MANIFEST = "manifest-sha256.txt";
    static final String PACKAGE = "package.zip";
    private static final int MAX_ENTRIES = 9999;

    private final ReadHoldings holdings;
    private final ReadEvidence evidence;
    private final Proofs proofs;
    private final ReadTimestamps timestamps;
    private final SigningKey key;
    private final CurrentCaller caller;
    private final Audit audit;
    private final ObjectMapper json;

    ExportProof(
            ReadHoldings holdings,
            ReadEvidence evidence,
            Proofs proofs,
            ReadTimestamps timestamps,
            SigningKey key,
            CurrentCaller caller,
            Audit audit,
            ObjectMapper json) {
        this.holdings = holdings;
        this.evidence = evidence;
        this.proofs = proofs;
        this.timestamps = timestamps;
        this.key = key;
        this.caller = caller;
        this.audit = audit;
        this.json = json;
    }

    /**
     * The small files of a bundle, by name; the package and the manifest come besides.
     *
     * @param size of the published log
     */
    record Gathered(ReadHoldings.Pack pack, Map<String, byte[]> files, long size) {}

    /**
     * @throws Problem NOT_FOUND when there is none or it is another agency's; CONDITIONAL_ACCESS
     *     when the caller may not take the package away; EVIDENCE_PENDING while the log does not
     *     cover the newest package; EVIDENCE_INCONSISTENT
     */
    @Transactional
    Gathered gather(UUID holdingId) {
        ReadHoldings.Pack pack =
                holdings.pack(holdingId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        if (!HoldingAccess.permits(caller.get(), Action.EXPORT_PACKAGE, pack.accessMode())) {
            throw new Problem(ArchiveProblem.CONDITIONAL_ACCESS);
        }
        Proofs.Published newest = proofs.published();
        List<Leaf> acts =
                evidence.acts(pack.agencyId(), holdingId, newest.checkpoint().size(), MAX_ENTRIES);
        if (!pack.sha256().equals(storedLast(acts)) || !key.present()) {
            throw new Problem(ArchiveProblem.EVIDENCE_PENDING);
        }
        Map<String, byte[]> files = new TreeMap<>();
        // A stamped checkpoint that covers all acts proves more than a newer one.
        Optional<Stamped> stamped =
                timestamps.covering(Objects.requireNonNull(acts.getLast().index()));
        Proofs.Published log = stamped.map(at -> proofs.published(at.note())).orElse(newest);
        stamped.ifPresent(at ->
                at.tokens()
                        .forEach((authority, token) ->
                                files.put("timestamps/" + authority + ".tst", token)));
        timestamps
                .recordOf(pack.agencyId(), holdingId, pack.sha256())
                .ifPresent(kept -> files.put("evidence-record.er", kept));
        files.put("README.txt", utf8(ProofTexts.README));
        files.put("log/key.txt", utf8(key.verifier().vkey() + "\n"));
        files.put("log/checkpoint", utf8(log.note()));
        for (int at = 0; at < acts.size(); at++) {
            Leaf leaf = acts.get(at);
            String name = "entries/%04d".formatted(at + 1);
            LogProof proof = proofs.inclusion(log, leaf.index(), leaf.commitment());
            files.put(name + ".json", utf8(leaf.body()));
            files.put(name + ".salt", leaf.salt());
            files.put(name + ".tlog-proof", utf8(proof.text()));
        }
        files.put("report.html", utf8(ProofTexts.report(holdingId, pack, log.checkpoint(), acts)));
        return new Gathered(pack, files, log.checkpoint().size());
    }

    /** Notes that the caller takes the proof, and with it the package, away. */
    @Transactional
    void note(UUID holdingId, Gathered gathered) {
        ReadHoldings.Pack pack = gathered.pack();
        audit.append(
                pack.agencyId(),
                "exportHoldingProof",
                "holding",
                holdingId,
                pack.version(),
                Map.of("aipId", pack.aipId(), "sha256", pack.sha256()));
    }

    /**
     * The bundle, ready to be written.
     *
     * @param crc CRC-32 of the package
     */
    static BundleZip bundle(Gathered gathered, long crc, BundleZip.Content pack) {
        Map<String, String> digests = new TreeMap<>();
        gathered.files().forEach((name, bytes) -> digests.put(name, sha256(bytes)));
        digests.put(PACKAGE, gathered.pack().sha256());
        StringBuilder manifest = new StringBuilder();
        digests.forEach(
                (name, digest) -> manifest.append(digest).append("  ").append(name).append('\n'));
        BundleZip zip = new BundleZip();
        gathered.files().forEach(zip::add);
        zip.add(MANIFEST, utf8(manifest.toString()));
        zip.addLast(PACKAGE, gathered.pack().size(), crc, pack);
        return zip;
    }

    /** Digest of the package that the newest of these acts has stored. */
    private @Nullable String storedLast(List<Leaf> acts) {
        for (Leaf leaf : acts.reversed()) {
            try {
                String digest =
                        json.readTree(leaf.body()).path("details").path("packSha256").asText();
                if (!digest.isEmpty()) {
                    return digest;
                }
            } catch (JsonProcessingException e) {
                throw new Problem(ArchiveProblem.EVIDENCE_INCONSISTENT).causedBy(e);
            }
        }
        return null;
    }

    private static String sha256(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(Merkle.sha256(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
