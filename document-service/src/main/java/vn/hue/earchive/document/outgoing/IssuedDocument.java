package vn.hue.earchive.document.outgoing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.register.RegisteredDocument;

/**
 * What other features need of an issued document beyond its register line.
 *
 * @param state {@code ISSUED}, {@code REPLACED}, {@code CORRECTED} or {@code RECALLED}
 * @param signCapacity code list {@code sign-capacity}; null when the head signs as such
 * @param archiveCopyUnit who keeps the archival copy
 */
public record IssuedDocument(
        RegisteredDocument line,
        String state,
        @Nullable String signCapacity,
        @Nullable Integer copies,
        @Nullable String archiveCopyUnit,
        @Nullable UUID replacesId,
        @Nullable UUID correctsId,
        List<Recipient> recipients) {}
