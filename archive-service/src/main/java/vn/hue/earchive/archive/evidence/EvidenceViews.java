package vn.hue.earchive.archive.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers are told about the evidence log. */
final class EvidenceViews {

    private EvidenceViews() {}

    @Schema(name = "EvidenceLog")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Log(
            @Schema(description = "Name of the log and of its key") String origin,
            @Schema(description = "Entries that have their place") long size,
            @Schema(description = "Those that the published checkpoint covers") long publishedSize,
            @Nullable Instant publishedAt,
            @Schema(description = "Entries that wait for their place") long waiting,
            @Schema(description = "When the longest waiting entry was recorded")
                    @Nullable Instant waitingSince,
            @Schema(
                            description =
                                    "Why nothing is signed: CHECKPOINT_MISSING, CHECKPOINT_FOREIGN,"
                                            + " DATABASE_BEHIND, DATABASE_FORKED, TILES_DAMAGED,"
                                            + " WITNESS_CONTRADICTS; absent while all is well")
                    @Nullable String refusal,
            @Nullable Instant refusedAt,
            @Schema(
                            description =
                                    "Leaves of the published log while it is being taken over after"
                                            + " a loss; size tells how far it is")
                    @Nullable Long adoptionOf,
            @Schema(description = "The authorities that stamp checkpoints")
                    List<Stamping> timestamps,
            @Schema(description = "Other bodies that keep checkpoints") List<Witness> witnesses) {}

    @Schema(name = "EvidenceAdoption")
    record Adoption(
            @Schema(description = "Entries that the database has") long size,
            @Schema(description = "Leaves of the published log") long of) {}

    @Schema(name = "EvidenceKeySet")
    record KeySet(List<Key> keys) {}

    /** A public key as RFC 8037 writes it. */
    @Schema(name = "EvidenceJwk")
    record Key(String kty, String crv, String alg, String use, String kid, String x) {

        static Key of(Notes.Verifier verifier) {
            return new Key(
                    "OKP",
                    "Ed25519",
                    "EdDSA",
                    "sig",
                    verifier.kid(),
                    Base64.getUrlEncoder().withoutPadding().encodeToString(verifier.publicKey()));
        }
    }

    @Schema(name = "EvidenceTimestamps")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Stamping(
            String authority,
            @Schema(description = "Of the newest checkpoint that it has stamped")
                    @Nullable Long size,
            @Schema(description = "By its clock") @Nullable Instant stampedAt,
            @Schema(description = "Why it gave no token when it was asked last")
                    @Nullable String problem) {}

    @Schema(name = "EvidenceWitness")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Witness(
            String name,
            @Schema(description = "Of the newest checkpoint that it was given") @Nullable Long size,
            @Nullable Instant witnessedAt,
            @Schema(
                            description =
                                    "STORE_UNAVAILABLE; WITNESS_FOREIGN: it holds what this log never"
                                            + " signed; WITNESS_CONTRADICTS: it holds a checkpoint"
                                            + " that the database does not continue")
                    @Nullable String problem) {}

    @Schema(name = "EvidenceConsistency")
    record Consistency(
            long from,
            @Schema(description = "Root of the smaller tree, base64") String fromRoot,
            long to,
            @Schema(description = "Root of the larger tree, base64") String toRoot,
            @Schema(description = "RFC 6962 section 2.1.2, base64") List<String> hashes) {}

    @Schema(name = "EvidenceEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            @Schema(description = "Id of the audit entry") UUID id,
            @Schema(description = "Place in the log, from 0; absent while it waits")
                    @Nullable Long index,
            @Schema(description = "What was done", examples = "aip.store") String action,
            Instant recordedAt,
            @Schema(description = "When it got its place") @Nullable Instant loggedAt) {}

    @Schema(name = "ProvenEvidenceEntry")
    record Proven(
            UUID id,
            long index,
            String action,
            Instant recordedAt,
            @Schema(description = "The audit entry as JSON text, byte for byte as it was hashed")
                    String body,
            @Schema(description = "32 bytes, base64") String salt,
            @Schema(
                            description =
                                    "SHA-256 over \"earchive-evidence-entry/v1\", a zero byte, the"
                                            + " salt and the body; base64. The data of the leaf")
                    String commitment,
            @Schema(description = "c2sp.org/tlog-proof@v1: inclusion proof and signed checkpoint")
                    String proof) {}
}
