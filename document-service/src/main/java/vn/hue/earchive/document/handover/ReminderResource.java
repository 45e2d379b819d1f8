package vn.hue.earchive.document.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Hand-over")
@RunOnVirtualThread
class ReminderResource {

    private final Reminders reminders;

    ReminderResource(Reminders reminders) {
        this.reminders = reminders;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listReminders",
            summary =
                    "What the caller is reminded of, newest first; done things only with all=true")
    public Page<ReminderView> list(
            @QueryParam("all") @DefaultValue("false") boolean all,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                reminders.mine(all, IdCursor.before(cursor), size + 1),
                size,
                r -> Cursor.encode(r.id()));
    }
}
