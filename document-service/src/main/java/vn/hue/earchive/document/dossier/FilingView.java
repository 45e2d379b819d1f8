package vn.hue.earchive.document.dossier;

import java.util.UUID;

/**
 * A document's place in a dossier.
 *
 * @param docCode {@code {fileCode}.{ordinal, 7 digits}}; the ordinal may still change until the
 *     dossier is closed
 */
public record FilingView(UUID dossierId, UUID documentId, int ordinal, String docCode) {}
