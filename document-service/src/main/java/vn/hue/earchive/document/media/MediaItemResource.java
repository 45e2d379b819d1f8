package vn.hue.earchive.document.media;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.dossier.HoldMedia;
import vn.hue.earchive.document.file.ServeContent;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/dossiers/{id}/media-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@RunOnVirtualThread
class MediaItemResource {

    private final AddMediaItem add;
    private final RemoveMediaItem remove;
    private final MediaItems items;
    private final HoldMedia dossiers;
    private final ReadMediaFile read;
    private final ServeContent serve;

    MediaItemResource(
            AddMediaItem add,
            RemoveMediaItem remove,
            MediaItems items,
            HoldMedia dossiers,
            ReadMediaFile read,
            ServeContent serve) {
        this.add = add;
        this.remove = remove;
        this.items = items;
        this.dossiers = dossiers;
        this.read = read;
        this.serve = serve;
    }

    @POST
    @Operation(
            operationId = "addMediaItem",
            summary = "Put a photo, negative, sound or video recording into an open dossier")
    @APIResponseSchema(value = MediaItemView.class, responseCode = "201")
    public Response add(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable MediaItemRequest request) {
        return add.once(id, request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listMediaItems",
            summary = "Photos and recordings of a dossier in their order")
    public Page<MediaItemView> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        dossiers.requireThere(id);
        int size = Limits.page(limit);
        Page<MediaItem> page =
                Page.of(
                        items.page(id, after(cursor), size + 1),
                        size,
                        i -> Cursor.encode(i.ordinal()));
        Map<UUID, List<MediaFile>> files =
                items.filesOf(page.items().stream().map(MediaItem::id).toList());
        return page.map(i -> i.view(files.getOrDefault(i.id(), List.of())));
    }

    @DELETE
    @Path("/{itemId}")
    @Operation(
            operationId = "removeMediaItem",
            summary = "Take a photo or recording out of an open dossier")
    @APIResponse(responseCode = "204")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("itemId") UUID itemId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return Response.noContent().tag(ETags.of(remove.remove(id, itemId, ifMatch))).build();
    }

    @GET
    @Path("/{itemId}/files/{fileId}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "downloadMediaFile",
            summary = "Content of a file of a photo or recording; ranges are served")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("id") UUID id,
            @PathParam("itemId") UUID itemId,
            @PathParam("fileId") UUID fileId,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        MediaFile file = read.read(id, itemId, fileId);
        return serve.serve(
                new ServeContent.Stored(
                        file.objectKey(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.sha256()),
                new ServeContent.Wanted(range, ifRange, ifNoneMatch));
    }

    private static int after(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
