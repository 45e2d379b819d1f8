package vn.hue.earchive.document.signature;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.document.signature.CheckTable.Claim;
import vn.hue.earchive.kit.apart.ApartBroken;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.signature.CheckReply;
import vn.hue.earchive.signature.Checker;
import vn.hue.earchive.signature.SignatureCause;
import vn.hue.earchive.signature.Traces;

/**
 * Checks the signatures of files once their registration has committed; a registration never waits
 * for it. Files are claimed for a while, so that any number of instances share the work and what an
 * instance left behind is taken up again. Bytes are read from the working bucket and never written.
 */
@ApplicationScoped
public class CheckSignatures {

    private static final Logger LOG = Logger.getLogger(CheckSignatures.class);

    /** Bounded work per run; the next run goes on where this one stopped. */
    private static final int STEPS_PER_RUN = 100;

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final CheckTable table;
    private final ObjectStore bucket;
    private final SignatureConfig config;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    private @Nullable Path folder;
    private @Nullable Checker checker;
    private @Nullable Instant usedAt;
    private boolean broken;

    CheckSignatures(
            CheckTable table,
            @WorkingBucket ObjectStore bucket,
            SignatureConfig config,
            Clock clock) {
        this.table = table;
        this.bucket = bucket;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "{earchive.document.signature.every}",
            delayed = "{earchive.document.jobs.delayed}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        int checked = run();
        if (checked > 0) {
            LOG.infof("Signatures checked files=%d", checked);
        }
    }

    /** Checks what waits now; how many files were claimed. */
    public int run() {
        one.lock();
        try {
            return JobScope.call("check-signatures", this::steps);
        } finally {
            one.unlock();
        }
    }

    private int steps() {
        broken = false;
        int claimed = 0;
        for (int step = 0; step < STEPS_PER_RUN; step++) {
            List<Claim> batch = table.claim(config.batch(), config.lease());
            if (batch.isEmpty()) {
                break;
            }
            claimed += batch.size();
            Instant leaseEnds = clock.instant().plus(config.lease());
            for (Claim claim : batch) {
                if (clock.instant().isBefore(leaseEnds)) {
                    settle(claim);
                }
            }
            if (broken) {
                break;
            }
        }
        restWhenIdle();
        return claimed;
    }

    private void settle(Claim claim) {
        try {
            table.report(claim, look(claim));
        } catch (ObjectMissing e) {
            LOG.debugf("Bytes have left fileId=%s", claim.fileId());
            table.drop(claim);
        } catch (ApartBroken e) {
            // Told once a run: nobody's signature can be checked until somebody mends it.
            if (!broken) {
                LOG.errorf(e, "The checking process does not work");
            }
            broken = true;
            table.later(claim, PAUSE);
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "Signature not checked for now fileId=%s", claim.fileId());
            table.later(claim, PAUSE);
        }
    }

    private CheckReply look(Claim claim) throws IOException, ApartBroken {
        if (claim.tries() > config.tries()) {
            return told(SignatureCause.CHECK_FAILED);
        }
        if (!maySign(claim.mediaType()) || !bearsTraces(claim)) {
            return told(SignatureCause.NO_SIGNATURE_FOUND);
        }
        if (claim.size() > config.maxBytes()) {
            return told(SignatureCause.FILE_TOO_LARGE);
        }
        if (broken) {
            throw new ApartBroken("not tried again in this run", null);
        }
        Path spool = Files.createTempFile(folder(), "file", ".bin");
        try {
            spool(claim, spool);
            usedAt = clock.instant();
            return checker().check(spool, claim.name(), clock.instant());
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private static CheckReply told(SignatureCause cause) {
        return new CheckReply(List.of(cause), List.of(), "earchive", "", null, null);
    }

    /** Pictures, sound and film carry no signature of the kinds that are checked. */
    private static boolean maySign(String mediaType) {
        return !mediaType.startsWith("image/")
                && !mediaType.startsWith("audio/")
                && !mediaType.startsWith("video/");
    }

    private boolean bearsTraces(Claim claim) throws IOException {
        try (InputStream bytes = bucket.get(claim.objectKey())) {
            return Traces.in(bytes);
        }
    }

    private void spool(Claim claim, Path spool) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(bucket.get(claim.objectKey()), digest);
                OutputStream out = Files.newOutputStream(spool)) {
            bytes.transferTo(out);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(claim.sha256())) {
            throw new IOException("The bytes differ from their digest");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Checker checker() {
        if (checker == null) {
            checker =
                    new Checker(
                            new Checker.Settings(
                                    folder(),
                                    config.trustFolder().map(Path::toAbsolutePath).orElse(null),
                                    config.crlFolder().map(Path::toAbsolutePath).orElse(null),
                                    config.heapMb(),
                                    config.startLimit(),
                                    config.timeLimit()));
        }
        return checker;
    }

    private Path folder() {
        if (folder == null) {
            try {
                folder =
                        Files.createTempDirectory(
                                "earchive-signature",
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rwx------")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    /** The checking process takes no memory while there is nothing to check. */
    private void restWhenIdle() {
        if (checker != null
                && usedAt != null
                && !clock.instant().isBefore(usedAt.plus(config.idle()))) {
            checker.close();
        }
    }

    @PreDestroy
    void stop() {
        one.lock();
        try {
            if (checker != null) {
                checker.close();
            }
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            LOG.debugf(e, "Spool folder left behind");
        } finally {
            one.unlock();
        }
    }
}
