package vn.hue.earchive.document.feed;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.Limits;

@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Feeds")
@RunOnVirtualThread
class ChangeResource {

    private final SequenceChanges sequence;
    private final Changes changes;

    ChangeResource(SequenceChanges sequence, Changes changes) {
        this.sequence = sequence;
        this.changes = changes;
    }

    @GET
    @Operation(
            operationId = "listChanges",
            summary = "What has changed in the agency since a cursor, oldest first",
            description =
                    "Keep next and come back with it: nothing is passed over, however late a change"
                            + " commits. Ids and versions only; the same change may be told again"
                            + " after a restore, so keep the highest version of each resource.")
    public ChangesView list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        int bounded = Limits.page(limit);
        sequence.run();
        return changes.after(cursor, bounded);
    }
}
