package vn.hue.earchive.archive.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a file was found to be.
 *
 * @param mediaType as the bytes and the name say, never as declared
 * @param version as PRONOM gives it, null where it is not known
 * @param name name of the format for the preservation metadata
 * @param puid PRONOM identifier, null where PRONOM does not know the file or was not asked
 * @param accepted whether it is in the Circular's list
 */
record FileFormat(
        String mediaType,
        @Nullable String version,
        @Nullable String name,
        @Nullable String puid,
        boolean accepted) {}
