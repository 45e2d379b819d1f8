package vn.hue.earchive.archive.text.reader;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What the reading process says.
 *
 * @param pages of the opened file
 * @param text that the page itself says
 * @param drawn whether the page was drawn, because what it shows is not all in its text
 * @param problem why there is nothing of it; null when it was read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReadReply(int pages, String text, boolean drawn, @Nullable ReadProblem problem) {

    static ReadReply opened(int pages) {
        return new ReadReply(pages, "", false, null);
    }

    static ReadReply failed(ReadProblem problem) {
        return new ReadReply(0, "", false, problem);
    }
}
