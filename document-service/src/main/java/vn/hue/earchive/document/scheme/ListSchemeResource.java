package vn.hue.earchive.document.scheme;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/dossier-lists/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Classification schemes")
@RunOnVirtualThread
class ListSchemeResource {

    private final ListScheme lists;

    ListSchemeResource(ListScheme lists) {
        this.lists = lists;
    }

    @GET
    @Path("/tree")
    @Operation(
            operationId = "getDossierListTree",
            summary = "A list sorted by a scheme: headings with their lines, and what has no place",
            description = "scheme is the key, UNIT or SUBJECT; the version of the list's year.")
    public ListScheme.Tree tree(
            @PathParam("id") UUID id, @QueryParam("scheme") @Nullable String scheme) {
        return lists.tree(id, scheme);
    }

    @PUT
    @Path("/items/{itemId}/place")
    @Operation(
            operationId = "placeListLine",
            summary = "Put a line of a list under a heading of a scheme, or take it out",
            description = "Places are no part of the line: the list's version stays.")
    public ListScheme.Tree place(
            @PathParam("id") UUID id,
            @PathParam("itemId") UUID itemId,
            ListScheme.@Nullable Place request) {
        return lists.place(id, itemId, request);
    }
}
