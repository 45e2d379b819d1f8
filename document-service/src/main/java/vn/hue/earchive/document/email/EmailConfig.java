package vn.hue.earchive.document.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of e-mails. */
@ConfigMapping(prefix = "earchive.document.email")
interface EmailConfig {

    /**
     * {@code earchive.document.email.max-bytes}: size of one message, attachments in Base64
     * included. Mail servers of agencies let 25 to 50 MiB pass.
     */
    @WithDefault("104857600")
    long maxBytes();
}
