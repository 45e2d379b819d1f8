package vn.hue.earchive.document.edxml;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of messages. */
@ConfigMapping(prefix = "earchive.document.edxml")
interface EdxmlConfig {

    /**
     * {@code earchive.document.edxml.max-bytes}: size of one message, attachments in Base64
     * included.
     */
    @WithDefault("536870912")
    long maxBytes();

    /**
     * {@code earchive.document.edxml.max-unpacked-bytes}: what a zipped attachment may unpack to,
     * all entries together; a bomb stops there.
     */
    @WithDefault("536870912")
    long maxUnpackedBytes();
}
