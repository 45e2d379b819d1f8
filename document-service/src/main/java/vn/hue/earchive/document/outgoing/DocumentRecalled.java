package vn.hue.earchive.document.outgoing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event, fired synchronously in the transaction that recalls, replaces or corrects an issued
 * document. An observer that throws undoes it.
 *
 * @param replacedBy the issued document that takes its place or corrects it; null for a bare recall
 */
public record DocumentRecalled(
        UUID documentId, UUID agencyId, @Nullable UUID replacedBy, String reason) {}
