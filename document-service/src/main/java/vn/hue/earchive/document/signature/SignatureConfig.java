package vn.hue.earchive.document.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Signature checks: whom to trust, and what one file may cost. */
@ConfigMapping(prefix = "earchive.document.signature")
interface SignatureConfig {

    /**
     * {@code earchive.document.signature.trust-folder}: root certificates (PEM or DER, {@code .pem
     * .crt .cer}), each with an optional {@code .properties} that says name, validFrom and
     * validUntil. None by default: then nothing is trusted and signed files are INDETERMINATE. In
     * Viet Nam: the Government's root CA for specialised digital signatures.
     */
    Optional<Path> trustFolder();

    /** {@code earchive.document.signature.crl-folder}: revocation lists, {@code .crl}. */
    Optional<Path> crlFolder();

    /**
     * {@code earchive.document.signature.max-bytes}: larger files are not looked into. A signed
     * document of a commune is below 5 MB.
     */
    @WithDefault("67108864")
    long maxBytes();

    /** {@code earchive.document.signature.time-limit}: for one file; then the process is ended. */
    @WithDefault("PT60S")
    Duration timeLimit();

    /** {@code earchive.document.signature.start-limit}: until the checking process is ready. */
    @WithDefault("PT120S")
    Duration startLimit();

    /** {@code earchive.document.signature.heap-mb}: heap of the checking process. */
    @WithDefault("256")
    int heapMb();

    /** {@code earchive.document.signature.idle}: after this the checking process is ended. */
    @WithDefault("PT1M")
    Duration idle();

    /** {@code earchive.document.signature.lease}: how long one instance may work on a file. */
    @WithDefault("PT10M")
    Duration lease();

    /**
     * {@code earchive.document.signature.tries}: after so many checks that ended with their
     * instance, the file is reported as one that cannot be checked.
     */
    @WithDefault("3")
    int tries();

    /** {@code earchive.document.signature.batch}: files of one step. */
    @WithDefault("20")
    int batch();

    /** {@code earchive.document.signature.every}: pace of the job, which looks at an index only. */
    @WithDefault("5s")
    String every();
}
