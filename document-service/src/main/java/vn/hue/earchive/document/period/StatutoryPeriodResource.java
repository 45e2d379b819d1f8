package vn.hue.earchive.document.period;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/statutory-periods")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference data")
@RunOnVirtualThread
class StatutoryPeriodResource {

    private final StatutoryPeriods periods;

    StatutoryPeriodResource(StatutoryPeriods periods) {
        this.periods = periods;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listStatutoryPeriods",
            summary = "Periods of the law that are in force, with their source")
    public Page<StatutoryPeriod> list() {
        return new Page<>(periods.inForce(), null);
    }
}
