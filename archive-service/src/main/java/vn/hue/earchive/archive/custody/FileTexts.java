package vn.hue.earchive.archive.custody;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.archive.sql.Sql;

/** How far the texts of a holding's files could be read, as the extraction notes it. */
@ApplicationScoped
class FileTexts {

    private final Sql sql;

    FileTexts(Sql sql) {
        this.sql = sql;
    }

    /** By file id; a file that was not looked into is missing. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, HoldingView.Text> of(UUID holdingId) {
        record Row(UUID fileId, HoldingView.Text text) {}
        Map<UUID, HoldingView.Text> texts = new HashMap<>();
        sql.list(
                        """
                        SELECT file_id, state, pages, pages_read, recognised, characters, problem
                        FROM file_text WHERE holding_id = ?\
                        """,
                        row ->
                                new Row(
                                        row.id(1),
                                        new HoldingView.Text(
                                                row.text(2),
                                                row.integer(3),
                                                row.integer(4),
                                                row.integer(5),
                                                row.number(6),
                                                row.textOrNull(7))),
                        holdingId)
                .forEach(row -> texts.put(row.fileId(), row.text()));
        return texts;
    }
}
