package vn.hue.earchive.archive.sip;

import org.jspecify.annotations.Nullable;

/**
 * A file that METS names.
 *
 * @param role {@code MAIN}, {@code ATTACHMENT} or {@code PROCESS_TRACE}
 * @param mediaType as METS declares it, null when it does not
 * @param digest what its bytes must be
 */
public record SipFile(ZipItem item, String role, @Nullable String mediaType, SipDigest digest) {

    /** Name without the folders. */
    public String name() {
        return item.name().substring(item.name().lastIndexOf('/') + 1);
    }
}
