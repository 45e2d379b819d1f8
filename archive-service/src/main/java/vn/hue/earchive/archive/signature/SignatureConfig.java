package vn.hue.earchive.archive.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whom to trust, and what the check of one file may cost. */
@ConfigMapping(prefix = "earchive.signature")
public interface SignatureConfig {

    /** {@code earchive.signature.enabled}: whether files are looked into that nobody has. */
    @WithDefault("true")
    boolean enabled();

    /**
     * {@code earchive.signature.trust-folder}: root certificates as document-service has them. None
     * by default: then nothing is trusted and signed files are INDETERMINATE.
     */
    Optional<Path> trustFolder();

    /** {@code earchive.signature.crl-folder}: revocation lists, {@code .crl}. */
    Optional<Path> crlFolder();

    /** {@code earchive.signature.max-bytes}: larger files are not looked into; 64 MiB. */
    @WithDefault("67108864")
    long maxBytes();

    /** {@code earchive.signature.heap-mb}: of the process. */
    @WithDefault("256")
    int heapMb();

    /** {@code earchive.signature.start-limit}: until the process is ready. */
    @WithDefault("PT120S")
    Duration startLimit();

    /** {@code earchive.signature.time-limit}: for one file; its process is ended then. */
    @WithDefault("PT60S")
    Duration timeLimit();
}
