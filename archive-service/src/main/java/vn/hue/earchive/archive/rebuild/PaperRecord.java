package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a paper of the archive says of itself in its file {@value #FILE}, so that the database can
 * be written again from it (ADR 0140).
 *
 * @param form {@link #FORM}
 * @param keptAt when its first version was noted
 * @param rows rows that it speaks for, by table, column by column; null for none
 */
record PaperRecord(
        String form, UUID agencyId, Instant keptAt, @Nullable Map<String, List<JsonNode>> rows) {

    static final String FORM = "urn:earchive:paper:1";
    static final String FILE = "paper.json";
}
