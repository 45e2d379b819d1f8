package vn.hue.earchive.archive.events;

import java.util.List;
import java.util.UUID;

/**
 * The object that {@link HoldingTextExtracted} names: what the holding is, and where the text of
 * its files lies. Never changed: another text is another object.
 *
 * @param files those in which text was found, in the order of the holding
 */
public record HoldingText(UUID holdingId, AipStored.Holding holding, List<File> files) {

    /**
     * The text of one file.
     *
     * @param accessMode the stricter one of the holding's and the document's; whoever may not read
     *     the file may not read its text
     * @param objectKey in the bucket for texts; the object is a {@link Page} a line (JSON), gzip
     * @param objectSha256 lower-case hex of the object as it lies there
     * @param characters of all its pages
     */
    public record File(
            UUID fileId,
            String accessMode,
            String objectKey,
            String objectSha256,
            long characters) {}

    /**
     * The text of one page.
     *
     * @param page from 1; pages without text are left out
     * @param source {@code LAYER} the file says it, {@code OCR} recognised in its picture
     */
    public record Page(int page, String source, String text) {}
}
