package vn.hue.earchive.archive.custody;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.events.DossierReturned;

/**
 * What a paper of the archive says of itself in its file {@value #FILE}, so that the database can
 * be written again from it (ADR 0140).
 *
 * @param form {@link #FORM}
 * @param keptAt when its first version was noted
 * @param rows rows that it speaks for, by table, column by column
 * @param returned the fact that it tells; null for other papers
 */
public record PaperRecord(
        String form,
        UUID agencyId,
        Instant keptAt,
        Map<String, List<JsonNode>> rows,
        @Nullable DossierReturned returned) {

    public static final String FORM = "urn:earchive:paper:1";
    public static final String FILE = "paper.json";

    @SuppressWarnings("NullAway") // Jackson leaves null what the JSON leaves out
    public PaperRecord {
        rows = rows == null ? Map.of() : Map.copyOf(rows);
    }
}
