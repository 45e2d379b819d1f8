package vn.hue.earchive.search.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much of what the files say is searched. */
@ConfigMapping(prefix = "earchive.search.text")
interface TextConfig {

    /**
     * {@code earchive.search.text.max-characters}: of one holding, from its first file on; 1 Mi. An
     * entry takes about five times as many bytes on its way to the engine.
     */
    @WithDefault("1048576")
    int maxCharacters();

    /** {@code earchive.search.text.max-object-bytes}: of one object, unpacked; 64 MiB. */
    @WithDefault("67108864")
    long maxObjectBytes();
}
