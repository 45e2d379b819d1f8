package vn.hue.earchive.archive.signature;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.spool.SpooledFile;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.signature.CheckReply;
import vn.hue.earchive.signature.Checker;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.SignatureResult;
import vn.hue.earchive.signature.Traces;

/**
 * Looks for signatures in files that nobody has looked into: those of other systems' packages, and
 * of documents whose check was still waiting when they were submitted. Most files bear no trace of
 * a signature, and no library touches them.
 */
@ApplicationScoped
public class LookForSignatures {

    private static final Logger LOG = Logger.getLogger(LookForSignatures.class);

    private final SignatureConfig config;
    private final Clock clock;
    private final Checker checker;
    private final Path folder;
    private final ReentrantLock turn = new ReentrantLock(true);

    public LookForSignatures(SignatureConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        try {
            this.folder = Files.createTempDirectory("signature-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.checker =
                new Checker(
                        new Checker.Settings(
                                folder,
                                config.trustFolder().orElse(null),
                                config.crlFolder().orElse(null),
                                config.heapMb(),
                                config.startLimit(),
                                config.timeLimit()));
    }

    /**
     * Waits for its turn; never fails because of the file.
     *
     * @param name as its maker gave it
     * @return empty when nothing is looked into, or the process does not work
     */
    public Optional<FileSignatures> in(SpooledFile file, @Nullable String name) {
        if (!config.enabled()) {
            return Optional.empty();
        }
        try {
            if (!file.isWhole() || Files.size(file.path()) > config.maxBytes()) {
                return Optional.of(told(SignatureCause.FILE_TOO_LARGE));
            }
            try (InputStream bytes = Files.newInputStream(file.path())) {
                if (!Traces.in(bytes)) {
                    return Optional.of(told(SignatureCause.NO_SIGNATURE_FOUND));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        turn.lock();
        try {
            CheckReply reply =
                    checker.check(file.path(), name == null ? "?" : name, clock.instant());
            SignatureResult result =
                    reply.causes().stream()
                            .map(SignatureCause::result)
                            .reduce(SignatureResult::worse)
                            .orElse(SignatureResult.NO_SIGNATURE);
            return Optional.of(
                    new FileSignatures(
                            result,
                            reply.causes(),
                            reply.tool(),
                            reply.trustSha256(),
                            clock.instant(),
                            reply.signatures()));
        } catch (ApartBroken e) {
            LOG.errorf(e, "The process that checks signatures does not work");
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }

    private FileSignatures told(SignatureCause cause) {
        return new FileSignatures(
                cause.result(), List.of(cause), "-", null, clock.instant(), List.of());
    }

    @PreDestroy
    void close() {
        checker.close();
        try {
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
