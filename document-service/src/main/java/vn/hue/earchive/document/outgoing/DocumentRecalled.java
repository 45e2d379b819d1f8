package vn.hue.earchive.document.outgoing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event, fired synchronously in the transaction that recalls or replaces an issued document. An
 * observer that throws undoes it. A correction is not told: its letter is issued by itself, and the
 * document stays valid.
 *
 * @param replacedBy the issued document that takes its place; null for a bare recall
 */
public record DocumentRecalled(
        UUID documentId, UUID agencyId, @Nullable UUID replacedBy, String reason) {}
