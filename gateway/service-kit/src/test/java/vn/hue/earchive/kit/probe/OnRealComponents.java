package vn.hue.earchive.kit.probe;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import vn.hue.earchive.local.RealComponents;

/** The components that every test of the kit runs on. */
@QuarkusTestResource(
        value = RealComponents.class,
        restrictToAnnotatedClass = false,
        initArgs = {
            @ResourceArg(name = "module", value = "kit"),
            @ResourceArg(name = "components", value = "postgres,kafka,s3")
        })
class OnRealComponents {}
