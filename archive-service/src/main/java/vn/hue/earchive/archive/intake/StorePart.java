package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.objects.ObjectStores;
import vn.hue.earchive.kit.objects.StoredObject;
import vn.hue.earchive.kit.objects.TruncatedSource;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Streams a part of a package into the working store; only a part that is right is kept. */
@ApplicationScoped
class StorePart {

    private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]{44}):");

    private final Packages packages;
    private final ObjectStore working;

    StorePart(Packages packages, ObjectStores stores) {
        this.packages = packages;
        this.working = stores.store("working");
    }

    /**
     * Stores one part. Sent again it is replaced, so that an interrupted upload goes on with the
     * parts that are missing.
     *
     * @param contentDigest RFC 9530, sha-256 of the part; needed
     * @throws Problem PART_UNKNOWN, PART_SIZE_MISMATCH, PART_DIGEST_MISMATCH, PACKAGE_NOT_OPEN
     */
    Packages.Part receive(UUID id, int number, @Nullable String contentDigest, InputStream body) {
        Packages.Row row = packages.get(id);
        Packages.requireUploading(row);
        if (number < 1 || number > row.parts()) {
            throw new Problem(ArchiveProblem.PART_UNKNOWN, number, row.parts());
        }
        String sha256 = sha256(contentDigest);
        String key = PackageParts.key(id, number, sha256);
        StoredObject stored;
        try {
            stored = working.put(key, body, row.sizeOf(number), "application/octet-stream");
        } catch (TruncatedSource e) {
            throw new Problem(ArchiveProblem.PART_SIZE_MISMATCH, number, row.sizeOf(number))
                    .causedBy(e);
        }
        if (!stored.sha256().equals(sha256)) {
            working.delete(key);
            throw new Problem(ArchiveProblem.PART_DIGEST_MISMATCH, number);
        }
        var part = new Packages.Part(number, stored.size(), sha256);
        packages.arrived(id, part);
        return part;
    }

    private static String sha256(@Nullable String contentDigest) {
        Matcher matcher = SHA_256.matcher(contentDigest == null ? "" : contentDigest);
        if (!matcher.find()) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "Content-Digest");
        }
        try {
            return HexFormat.of().formatHex(Base64.getDecoder().decode(matcher.group(1)));
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "Content-Digest").causedBy(e);
        }
    }
}
