package vn.hue.earchive.gateway.routing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.util.Map;

/**
 * Where the services are: {@code earchive.routes.<service>} = base URL without a path, for example
 * {@code http://document-service:8080}. Also read as {@code EARCHIVE_ROUTES_DOCUMENT}.
 */
@ConfigMapping(prefix = "earchive.routes")
public interface RoutesConfig {

    @WithParentName
    Map<String, URI> services();
}
