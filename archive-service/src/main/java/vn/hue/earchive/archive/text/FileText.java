package vn.hue.earchive.archive.text;

import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.text.reader.ReadProblem;

/**
 * What is known of the text of one file.
 *
 * @param pages that the file has
 * @param pagesRead of them
 * @param characters that were kept
 * @param recognised pages whose text was recognised in a picture
 * @param problem why there is not all of it
 * @param object where it lies; null when there is no text
 */
record FileText(
        FileState state,
        int pages,
        int pagesRead,
        long characters,
        int recognised,
        @Nullable ReadProblem problem,
        @Nullable TextObject object) {

    static FileText without(FileState state) {
        return new FileText(state, 0, 0, 0, 0, null, null);
    }

    static FileText failed(ReadProblem problem) {
        return new FileText(FileState.FAILED, 0, 0, 0, 0, problem, null);
    }

    FileText at(TextObject object) {
        return new FileText(state, pages, pagesRead, characters, recognised, problem, object);
    }

    /**
     * An object in the bucket for texts.
     *
     * @param sha256 lower-case hex
     */
    record TextObject(String key, String sha256) {}
}
