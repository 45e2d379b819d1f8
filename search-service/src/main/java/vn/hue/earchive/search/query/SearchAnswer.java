package vn.hue.earchive.search.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of what was found. */
@Schema(
        name = "SearchAnswer",
        requiredProperties = {"items", "total", "totalExact"})
record SearchAnswer(
        List<FoundItem> items,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Cursor of the next page; absent on the last one.")
                @Nullable String next,
        @Schema(
                        description =
                                "How many the caller may see; counted exactly up to 10 000, beyond"
                                        + " which it stays at 10 000 and totalExact is false.")
                long total,
        boolean totalExact) {}
