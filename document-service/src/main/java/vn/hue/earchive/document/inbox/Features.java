package vn.hue.earchive.document.inbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document says that hints at its dossier.
 *
 * @param numberKey number and notation folded, {@code 5/CT-UBND}
 * @param number as written, for people
 * @param issuerKey issuer folded
 * @param notation as written; what follows the type names the agency and the unit that wrote it
 */
record Features(
        UUID id,
        String typeCode,
        String typeName,
        String number,
        String notation,
        String numberKey,
        String issuerName,
        String issuerKey,
        String subject,
        @Nullable String keywords) {}
