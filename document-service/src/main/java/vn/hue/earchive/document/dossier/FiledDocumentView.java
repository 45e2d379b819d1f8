package vn.hue.earchive.document.dossier;

import java.time.Instant;
import java.util.UUID;
import vn.hue.earchive.document.events.DocumentDescription;

/** A document of a dossier, with its place. */
record FiledDocumentView(
        UUID documentId,
        int ordinal,
        String docCode,
        Instant filedAt,
        String filedBy,
        DocumentDescription document) {}
