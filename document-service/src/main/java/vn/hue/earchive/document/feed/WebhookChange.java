package vn.hue.earchive.document.feed;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a webhook; absent means as it was.
 *
 * @param paused true keeps changes back, false sends what has been kept back
 * @param secret replaces the one in use at once
 */
public record WebhookChange(
        @Size(max = 50)
                @Nullable List<@NotNull @Pattern(regexp = WebhookRequest.TYPE) String> eventTypes,
        @Nullable Boolean paused,
        @Pattern(regexp = WebhookRequest.SECRET) @Nullable String secret) {

    @Override
    public String toString() {
        return "WebhookChange[eventTypes=" + eventTypes + ", paused=" + paused + "]";
    }
}
