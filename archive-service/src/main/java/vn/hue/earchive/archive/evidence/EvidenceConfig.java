package vn.hue.earchive.archive.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How the evidence log is kept. */
@ConfigMapping(prefix = "earchive.evidence")
interface EvidenceConfig {

    /** {@code earchive.evidence.enabled}: whether this instance may sequence and sign. */
    @WithDefault("true")
    boolean enabled();

    /**
     * {@code earchive.evidence.origin}: name of the log and of its key, for ever; by custom the
     * address of the bucket without its scheme, without spaces and plus signs.
     */
    @WithDefault("earchive.hue.vn/evidence")
    String origin();

    /** {@code earchive.evidence.signing-key}: Ed25519 in PKCS#8, PEM or base64 of DER. */
    Optional<String> signingKey();

    /** {@code earchive.evidence.signing-key-file}: the same in a file. */
    Optional<Path> signingKeyFile();

    /**
     * {@code earchive.evidence.former-keys}: verifier keys that signed before, so that a log whose
     * key was exchanged goes on.
     */
    Optional<List<String>> formerKeys();

    /** {@code earchive.evidence.poll}: pause after everything was published. */
    @WithDefault("PT2S")
    Duration poll();

    /**
     * {@code earchive.evidence.compare-every}: how often the published checkpoint is compared with
     * the database when there is nothing to publish; before publishing it always is.
     */
    @WithDefault("PT30S")
    Duration compareEvery();

    /** {@code earchive.evidence.lease}: after this long another instance takes over. */
    @WithDefault("PT20S")
    Duration lease();

    /** {@code earchive.evidence.batch}: entries that are put into order in one transaction. */
    @WithDefault("1024")
    int batch();

    /** Who tells the time of checkpoints. */
    TimestampsConfig timestamps();

    /**
     * {@code earchive.evidence.witness-every}: pause between two checkpoints that a witness is
     * given, and between two looks at what it holds.
     */
    @WithDefault("PT1H")
    Duration witnessEvery();

    /** {@code earchive.evidence.witness-retry}: the same after it did not answer, or disagreed. */
    @WithDefault("PT1M")
    Duration witnessRetry();

    /** {@code earchive.evidence.late}: an entry that waits longer is told by the health check. */
    @WithDefault("PT60S")
    Duration late();
}
