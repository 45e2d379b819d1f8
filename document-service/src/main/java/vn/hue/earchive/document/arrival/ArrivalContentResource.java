package vn.hue.earchive.document.arrival;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.ServeContent;

@Path("/v1/arrivals/{id}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Arrivals")
@RunOnVirtualThread
class ArrivalContentResource {

    private final ArrivalContent content;
    private final ServeContent serve;

    ArrivalContentResource(ArrivalContent content, ServeContent serve) {
        this.content = content;
        this.serve = serve;
    }

    @GET
    @Path("/message")
    @Operation(
            operationId = "downloadArrivalMessage",
            summary = "The message as it was received, byte for byte; ranges are served")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response message(
            @PathParam("id") UUID id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return serve.serve(
                content.message(id), new ServeContent.Wanted(range, ifRange, ifNoneMatch));
    }

    @GET
    @Path("/files/{uploadId}/content")
    @Operation(
            operationId = "downloadArrivalFile",
            summary = "A file that waits with an arrival; ranges are served")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response file(
            @PathParam("id") UUID id,
            @PathParam("uploadId") UUID uploadId,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return serve.serve(
                content.file(id, uploadId), new ServeContent.Wanted(range, ifRange, ifNoneMatch));
    }
}
