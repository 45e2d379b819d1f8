package vn.hue.earchive.document.feed;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook to be registered.
 *
 * @param url https, without user and fragment; http only inside networks that the operator allows
 * @param eventTypes for example {@code dossier.closed.v1} or {@code document.*}; all when absent
 * @param secret {@code whsec_} and 24 to 64 bytes in Base64, chosen by the caller; never shown
 *     again
 */
public record WebhookRequest(
        @NotBlank @Size(max = 500) String url,
        @Size(max = 50) @Nullable List<@NotNull @Pattern(regexp = TYPE) String> eventTypes,
        @NotBlank @Pattern(regexp = SECRET) String secret) {

    static final String TYPE = "[a-z]+(\\.[a-z0-9-]+)*(\\.\\*)?";
    static final String SECRET = "whsec_[A-Za-z0-9+/]{32,86}={0,2}";

    @Override
    public String toString() {
        return "WebhookRequest[url=" + url + ", secret=…]";
    }
}
