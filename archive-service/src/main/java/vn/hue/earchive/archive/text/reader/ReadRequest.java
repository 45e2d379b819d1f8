package vn.hue.earchive.archive.text.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A request to the reading process: to open a file, or to read a page of the one that is open.
 *
 * @param open path of the file; null to read a page
 * @param format of the file to open
 * @param page from 1; of the open file
 * @param picture where the page is drawn to
 * @param pixels to draw the page with so many at most, whatever it says, and in colour; null to
 *     read it and to draw it only where its text does not tell what it shows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadRequest(
        @Nullable String open,
        @Nullable TextFormat format,
        @Nullable Integer page,
        @Nullable String picture,
        @Nullable Long pixels) {

    public static ReadRequest open(String path, TextFormat format) {
        return new ReadRequest(path, format, null, null, null);
    }

    public static ReadRequest page(int number, String picture) {
        return new ReadRequest(null, null, number, picture, null);
    }

    public static ReadRequest drawing(int number, String picture, long pixels) {
        return new ReadRequest(null, null, number, picture, pixels);
    }
}
