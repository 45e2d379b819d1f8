package vn.hue.earchive.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;

/**
 * Which paths a service owns: {@code earchive.paths.<service>} = list of prefixes that end at a
 * segment.
 */
@ConfigMapping(prefix = "earchive.paths")
interface PathsConfig {

    @WithParentName
    Map<String, List<String>> services();
}
