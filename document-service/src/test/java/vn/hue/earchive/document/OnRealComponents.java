package vn.hue.earchive.document;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import vn.hue.earchive.local.RealComponents;

/** Names the components once for every test of this module. */
@QuarkusTestResource(
        value = RealComponents.class,
        restrictToAnnotatedClass = false,
        initArgs = {
            @ResourceArg(name = "module", value = "document"),
            @ResourceArg(name = "components", value = "postgres,kafka,s3")
        })
final class OnRealComponents {

    private OnRealComponents() {}
}
