package vn.hue.earchive.document.outgoing;

import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy of an outgoing document goes.
 *
 * @param organId agency e-identifier; null for whoever has none
 */
@Embeddable
public record Recipient(UUID agencyId, @Nullable String organId, String name) {}
