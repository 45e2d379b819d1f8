package vn.hue.earchive.document.feed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent again: these deliveries, or everything that has happened since an instant; one
 * of the two.
 */
public record ReplayRequest(
        @Size(min = 1, max = 200) @Nullable List<@NotNull UUID> deliveryIds,
        @Nullable Instant since) {}
