package vn.hue.earchive.archive.accession;

import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.hue.earchive.archive.sql.Sql;

/** How much some holdings are. */
@Schema(name = "HoldingAmounts")
public record Amounts(
        @Schema(description = "Hồ sơ") long dossiers,
        @Schema(description = "Văn bản, tài liệu") long documents,
        @Schema(description = "Ảnh, ghi âm, ghi hình") long mediaItems,
        @Schema(description = "Files that were handed over") long files,
        @Schema(description = "Pages of the documents") long pages,
        @Schema(description = "Bytes of the files, in one copy") long bytes) {

    /** Columns of a grouped question about {@code holding}, in the order of {@link #read}. */
    public static final String COLUMNS =
            """
            count(*), coalesce(sum(document_count), 0), coalesce(sum(media_count), 0),
            coalesce(sum(file_count), 0), coalesce(sum(page_count), 0),
            coalesce(sum(content_bytes), 0)\
            """;

    /**
     * @param from column of the first amount, from 1
     */
    public static Amounts read(Sql.Row row, int from) throws SQLException {
        return new Amounts(
                row.number(from),
                row.number(from + 1),
                row.number(from + 2),
                row.number(from + 3),
                row.number(from + 4),
                row.number(from + 5));
    }
}
