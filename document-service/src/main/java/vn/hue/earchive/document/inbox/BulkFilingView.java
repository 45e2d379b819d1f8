package vn.hue.earchive.document.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.FileInBulk;
import vn.hue.earchive.document.dossier.FilingView;

/**
 * What became of each, in the order of the request.
 *
 * @param filed how many are in their dossier now
 */
record BulkFilingView(int filed, int refused, List<Item> items) {

    /**
     * One filing.
     *
     * @param status {@code FILED}, {@code ALREADY_FILED} or {@code REFUSED}
     * @param filing its place, when it was filed
     * @param code why not, with {@code message} in the caller's language
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID documentId,
            UUID dossierId,
            String status,
            @Nullable FilingView filing,
            @Nullable String code,
            @Nullable String message) {

        static Item of(FileInBulk.Result result) {
            return new Item(
                    result.wanted().documentId(),
                    result.wanted().dossierId(),
                    result.filed() != null
                            ? "FILED"
                            : FileInBulk.isDone(result) ? "ALREADY_FILED" : "REFUSED",
                    result.filed(),
                    result.code(),
                    result.message());
        }
    }

    static BulkFilingView of(List<FileInBulk.Result> results) {
        List<Item> items = results.stream().map(Item::of).toList();
        int refused = (int) items.stream().filter(i -> i.status().equals("REFUSED")).count();
        return new BulkFilingView(items.size() - refused, refused, items);
    }
}
