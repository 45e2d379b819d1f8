package vn.hue.earchive.document.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.events.FileDescription;
import vn.hue.earchive.document.events.SubmissionManifest;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * What of a dossier that came back is new: its files against those of the manifest with which it
 * came back. Files are never sent or stored again, so the same id with the same digest is the same
 * object.
 */
@ApplicationScoped
class ChangesSinceReturn {

    private final ObjectStore bucket;
    private final ObjectMapper json;

    ChangesSinceReturn(@WorkingBucket ObjectStore bucket, ObjectMapper json) {
        this.bucket = bucket;
        this.json = json;
    }

    /** Null when the earlier manifest does not tell of the dossier. */
    SubmissionManifest.@Nullable Resubmission since(
            Submissions.Earlier earlier, SubmissionManifest.Dossier now) {
        UUID dossierId = now.description().dossierId();
        return read(earlier.manifestKey()).dossiers().stream()
                .filter(d -> d.description().dossierId().equals(dossierId))
                .findFirst()
                .map(before -> compare(earlier.submissionId(), before.files(), now.files()))
                .orElse(null);
    }

    static SubmissionManifest.Resubmission compare(
            UUID previous,
            Stream<SubmissionManifest.File> before,
            Stream<SubmissionManifest.File> now) {
        Map<UUID, String> had = digests(before);
        Map<UUID, String> has = digests(now);
        return new SubmissionManifest.Resubmission(
                previous,
                ids(has, file -> file.getValue().equals(had.get(file.getKey()))),
                ids(has, file -> !file.getValue().equals(had.get(file.getKey()))),
                ids(had, file -> !has.containsKey(file.getKey())));
    }

    private static List<UUID> ids(
            Map<UUID, String> digests, Predicate<Map.Entry<UUID, String>> which) {
        return digests.entrySet().stream().filter(which).map(Map.Entry::getKey).toList();
    }

    private static Map<UUID, String> digests(Stream<SubmissionManifest.File> files) {
        Map<UUID, String> digests = new LinkedHashMap<>();
        files.map(SubmissionManifest.File::description)
                .filter(f -> !f.role().equals("PROCESS_TRACE"))
                .forEach((FileDescription f) -> digests.put(f.fileId(), f.sha256()));
        return digests;
    }

    private SubmissionManifest read(String key) {
        try (InputStream in = bucket.get(key)) {
            return json.readValue(in, SubmissionManifest.class);
        } catch (IOException e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }
}
