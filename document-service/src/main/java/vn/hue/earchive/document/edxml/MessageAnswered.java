package vn.hue.earchive.document.edxml;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event, fired synchronously in the transaction that brings a received message to a point that
 * its sender is told about. An observer that throws undoes it.
 *
 * @param reason of a return or a refusal
 */
public record MessageAnswered(
        UUID messageId, UUID agencyId, StatusCode status, @Nullable String reason) {}
