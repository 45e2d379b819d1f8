package vn.hue.earchive.archive.use;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FileSlice;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The bytes of the holdings, untouched: streamed from a store, never held whole, always as a
 * sandboxed attachment, because what citizens and offices send is not to be trusted by a browser.
 */
@Path("/v1/holdings")
@Tag(name = "Use", description = "Khai thác: the bytes of a holding")
@RunOnVirtualThread
class ContentResource {

    private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final ReadContent reads;
    private final AipStore store;

    ContentResource(ReadContent reads, AipStore store) {
        this.reads = reads;
        this.store = store;
    }

    @GET
    @Path("/{id}/files/{fileId}/content")
    @Operation(
            operationId = "readHoldingFile",
            summary = "The bytes of one file, whole or in part",
            description =
                    "One range per request (RFC 9110); several are answered with the whole. The ETag and Repr-Digest are the SHA-256 of the whole file. Every read leaves an audit entry.")
    @APIResponse(
            responseCode = "200",
            description = "The whole file",
            headers = {
                @Header(
                        name = "Repr-Digest",
                        description = "sha-256 of the whole file (RFC 9530)",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "ETag",
                        description = "Strong, the SHA-256 in hex",
                        schema = @Schema(type = SchemaType.STRING))
            },
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "%PDF-1.6 …"))
    @APIResponse(responseCode = "206", description = "The part that was asked for")
    @APIResponse(responseCode = "304", description = "The caller has these bytes already")
    @APIResponse(responseCode = "403", description = "CONDITIONAL_ACCESS, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(responseCode = "416", description = "RANGE_NOT_SATISFIABLE")
    @APIResponse(responseCode = "503", description = "STORE_UNAVAILABLE, CONTENT_UNREADABLE")
    public Response file(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Parameter(
                            description = "Id of the file",
                            example = "01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff")
                    @PathParam("fileId")
                    UUID fileId,
            @Parameter(description = "One range of bytes", example = "bytes=0-1023")
                    @HeaderParam("Range")
                    @Nullable String range,
            @Parameter(description = "ETag that the range belongs to") @HeaderParam("If-Range")
                    @Nullable String ifRange,
            @Context Request request,
            @Context HttpServerResponse raw) {
        ReadHoldings.Content content = reads.describe(id, fileId);
        FileSlice slice = content.slice();
        var tag = new EntityTag(slice.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        boolean sameRange = ifRange == null || ifRange.equals('"' + slice.sha256() + '"');
        ByteRange.Asked asked =
                ByteRange.of(
                        sameRange && request.getMethod().equals("GET") ? range : null,
                        slice.length());
        Response.ResponseBuilder response =
                switch (asked) {
                    case ByteRange.Asked.Whole() ->
                            body(request, id, content, 0, slice.length(), 200);
                    case ByteRange.Asked.Part(ByteRange part) ->
                            body(request, id, content, part.first(), part.length(), 206)
                                    .header("Content-Range", part.header(slice.length()));
                    case ByteRange.Asked.Unsatisfiable() -> {
                        raw.putHeader("Content-Range", "bytes */" + slice.length());
                        throw new Problem(CommonProblem.RANGE_NOT_SATISFIABLE);
                    }
                };
        return safe(response, content.mediaType(), content.name(), slice.sha256(), tag)
                .header("Accept-Ranges", "bytes")
                .build();
    }

    @GET
    @Path("/{id}/package")
    @Operation(
            operationId = "exportHoldingPackage",
            summary = "The whole package (AIP) as one ZIP",
            description =
                    "The package of Circular 05/2025 as it is preserved; its name and top folder are the OBJID with ':' replaced by '_'. Every export leaves an audit entry.")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "PK…"))
    @APIResponse(responseCode = "304", description = "The caller has these bytes already")
    @APIResponse(responseCode = "403", description = "FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(responseCode = "503", description = "STORE_UNAVAILABLE, CONTENT_UNREADABLE")
    public Response pack(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Context Request request) {
        ReadHoldings.Pack pack = reads.describePackage(id);
        var tag = new EntityTag(pack.sha256());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.tag(tag).build();
        }
        Response.ResponseBuilder response = Response.ok();
        if (request.getMethod().equals("GET")) {
            reads.noteExport(id, pack);
            response.entity(stream(open(() -> store.readPackage(pack.aipId()))));
        }
        return safe(
                        response.header(HttpHeaders.CONTENT_LENGTH, pack.size()),
                        "application/zip",
                        pack.aipId().replace(':', '_') + ".zip",
                        pack.sha256(),
                        tag)
                .build();
    }

    private Response.ResponseBuilder body(
            Request request,
            UUID holdingId,
            ReadHoldings.Content content,
            long offset,
            long length,
            int status) {
        Response.ResponseBuilder response =
                Response.status(status).header(HttpHeaders.CONTENT_LENGTH, length);
        if (request.getMethod().equals("GET")) {
            reads.noteRead(holdingId, content);
            response.entity(stream(open(() -> store.read(content.slice(), offset, length))));
        }
        return response;
    }

    private interface Opening {
        InputStream open();
    }

    /** Opened before the status is sent, so that a store that is down is a 503. */
    private static InputStream open(Opening opening) {
        try {
            return opening.open();
        } catch (FixityFailure e) {
            throw new Problem(ArchiveProblem.CONTENT_UNREADABLE).causedBy(e);
        }
    }

    /** Bytes that turn out bad on the way break the connection: Content-Length is not reached. */
    private static StreamingOutput stream(InputStream bytes) {
        return out -> {
            try (bytes) {
                bytes.transferTo(out);
            }
        };
    }

    private static Response.ResponseBuilder safe(
            Response.ResponseBuilder response,
            String mediaType,
            String name,
            String sha256,
            EntityTag tag) {
        String digest = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
        return sandboxed(response)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .tag(tag)
                .header("Repr-Digest", "sha-256=:" + digest + ":")
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(name));
    }

    /** What came from outside is not to be trusted by a browser. */
    static Response.ResponseBuilder sandboxed(Response.ResponseBuilder response) {
        return response.header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff");
    }
}
