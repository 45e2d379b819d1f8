package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Reads the manifest of a submission from the working store in one pass and gives it out only when
 * its size and SHA-256 are those of the event.
 */
@ApplicationScoped
class ReadManifest {

    private final ObjectStore working;
    private final ObjectReader reader;
    private final IntakeConfig config;

    ReadManifest(ObjectStores stores, ObjectMapper json, IntakeConfig config) {
        this.working = stores.store("working");
        // A newer producer may tell more than this consumer knows.
        this.reader =
                json.readerFor(SubmissionManifest.class)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.config = config;
    }

    /**
     * @throws ManifestRefused when the object is missing, altered or no manifest of this submission
     * @throws Problem STORE_UNAVAILABLE when it cannot be read now
     */
    SubmissionManifest read(Intake intake) {
        if (intake.manifestSize() > config.manifestLimit()) {
            throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_TOO_LARGE);
        }
        MessageDigest sha256 = Digests.sha256();
        SubmissionManifest manifest = null;
        try (InputStream object = working.get(intake.manifestKey());
                var digested = new DigestInputStream(object, sha256);
                var counted = new CountingStream(digested)) {
            manifest = parse(counted);
            long read = counted.count() + counted.transferTo(OutputStream.nullOutputStream());
            String found = HexFormat.of().formatHex(sha256.digest());
            if (read != intake.manifestSize() || !found.equals(intake.manifestSha256())) {
                throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_ALTERED);
            }
        } catch (ObjectMissing e) {
            throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_MISSING);
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
        if (manifest == null) {
            throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_UNREADABLE);
        }
        requireSame(intake, manifest);
        return manifest;
    }

    /** Null when it is no manifest; the rest of the stream still has to be digested. */
    private @Nullable SubmissionManifest parse(InputStream in) throws IOException {
        try (var parser = reader.createParser(new Unclosable(in))) {
            return parser.readValueAs(SubmissionManifest.class);
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            return null;
        }
    }

    private static void requireSame(Intake intake, SubmissionManifest manifest) {
        if (!intake.submissionId().equals(manifest.submissionId())
                || !intake.agencyId().equals(manifest.agencyId())
                || isMissing(manifest.agencyCode())
                || isMissing(manifest.agencyName())
                || isMissing(manifest.dossiers())) {
            throw new ManifestRefused(ManifestRefused.Reason.MANIFEST_DIFFERS);
        }
    }

    private static boolean isMissing(@Nullable Object value) {
        return value == null;
    }

    /** Keeps a parser from closing what is still to be digested. */
    private static final class Unclosable extends java.io.FilterInputStream {
        Unclosable(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        public void close() {}
    }

    private static final class CountingStream extends java.io.FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = in.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
