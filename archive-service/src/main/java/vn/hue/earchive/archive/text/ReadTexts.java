package vn.hue.earchive.archive.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.objects.ObjectMissing;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The text of a file, for those who may read the file: that is for the caller to see to. */
@ApplicationScoped
public class ReadTexts {

    private final Sql sql;
    private final TextBucket bucket;

    ReadTexts(Sql sql, TextBucket bucket) {
        this.sql = sql;
        this.bucket = bucket;
    }

    /**
     * What is known of a text.
     *
     * @param key of the object; null when there is no text
     */
    public record Known(
            FileState state, int pages, @Nullable String problem, @Nullable String key) {}

    /** Empty when the file was not looked into yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Known> find(UUID holdingId, UUID fileId) {
        return sql.first(
                """
                SELECT state, pages, problem, object_key FROM file_text
                WHERE holding_id = ? AND file_id = ?\
                """,
                row ->
                        new Known(
                                FileState.valueOf(row.text(1)),
                                row.integer(2),
                                row.textOrNull(3),
                                row.textOrNull(4)),
                holdingId,
                fileId);
    }

    /**
     * Pages with text, from this one on.
     *
     * @throws Problem STORE_UNAVAILABLE when the bucket does not answer, or has lost the object
     */
    public List<HoldingText.Page> pages(String key, int from, int limit) {
        try {
            return bucket.pages(key, from, limit);
        } catch (IOException | ObjectMissing e) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE).causedBy(e);
        }
    }
}
