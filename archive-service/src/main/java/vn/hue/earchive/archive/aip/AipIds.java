package vn.hue.earchive.archive.aip;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Locale;
import java.util.UUID;

/**
 * Ids inside a package, made from the OBJID and the place where they stand (UUID version 5), so
 * that the same dossier gives the same package on every attempt.
 */
record AipIds(UUID namespace) {

    static AipIds of(AipDescription aip) {
        return new AipIds(UUID.fromString(aip.objId().substring("urn:uuid:".length())));
    }

    /** Upper-case UUID of this place. */
    String uuid(String place) {
        return UuidCreator.getNameBasedSha1(namespace, place).toString().toUpperCase(Locale.ROOT);
    }

    /** XML id of anything but a file. */
    String xml(String place) {
        return "uuid-" + uuid(place);
    }

    /** XML id of a {@code <file>}. */
    String file(String path) {
        return "ID-" + uuid("file " + path);
    }

    /** PREMIS identifier of the only representation. */
    String representation() {
        return uuid("premis representation rep1");
    }
}
