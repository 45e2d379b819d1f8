package vn.hue.earchive.archive.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.evidence.EvidenceViews.Adoption;
import vn.hue.earchive.archive.evidence.EvidenceViews.Consistency;
import vn.hue.earchive.archive.evidence.EvidenceViews.Log;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The public side of the evidence log in the layout of C2SP tlog-tiles: below {@code /v1/evidence}
 * lies what lies in its bucket.
 */
@Path("/v1/evidence")
@Tag(name = "Evidence", description = "Bằng chứng: the append-only log of everything that was done")
@RunOnVirtualThread
class EvidenceResource {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final ReadEvidence evidence;
    private final LogBucket bucket;
    private final SigningKey key;
    private final RequestAdoption adoption;

    EvidenceResource(
            ReadEvidence evidence, LogBucket bucket, SigningKey key, RequestAdoption adoption) {
        this.evidence = evidence;
        this.bucket = bucket;
        this.key = key;
        this.adoption = adoption;
    }

    /** Why the published log is to be taken over. */
    @Schema(name = "EvidenceAdoptionRequest")
    record AdoptionRequest(
            @Schema(
                            description =
                                    "What was lost, and that nothing later can be restored; 1 to"
                                            + " 500 characters",
                            examples = "Máy chủ cơ sở dữ liệu hỏng, bản sao lưu cuối lúc 02:00")
                    @Nullable String reason) {}

    @POST
    @Path("/adoption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "adoptEvidenceLog",
            summary = "Go on from the published log after the database has lost acts",
            description =
                    "Only while the log is refused as DATABASE_BEHIND, and only where no later"
                            + " backup can be restored: the lost acts keep their leaves and nothing"
                            + " else. Runs in the background; GET /v1/evidence tells how far.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AdoptionRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "lost",
                                            value =
                                                    "{\"reason\":\"Máy chủ cơ sở dữ liệu hỏng, bản"
                                                            + " sao lưu cuối lúc 02:00\"}")))
    @APIResponse(
            responseCode = "202",
            description = "It will be taken over",
            content =
                    @Content(
                            schema = @Schema(implementation = Adoption.class),
                            examples =
                                    @ExampleObject(
                                            name = "begun",
                                            value = EvidenceExamples.ADOPTION)))
    @APIResponse(
            responseCode = "409",
            description = "EVIDENCE_NOT_BEHIND: the database has all that is published")
    public Response adopt(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable AdoptionRequest request) {
        return adoption.adopt(request == null ? null : request.reason(), idempotencyKey)
                .toResponse();
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEvidenceLog",
            summary = "How far the log is, and whether it is signed")
    @APIResponse(
            responseCode = "200",
            description = "State of the log",
            content =
                    @Content(
                            schema = @Schema(implementation = Log.class),
                            examples = @ExampleObject(name = "well", value = EvidenceExamples.LOG)))
    public Log log() {
        return evidence.log();
    }

    @GET
    @Path("/key")
    @Produces(TEXT)
    @Operation(
            operationId = "getEvidenceKey",
            summary = "The key that verifies checkpoints",
            description =
                    "C2SP signed-note verifier key. Compare it with the one that was published"
                            + " elsewhere: who trusts this answer alone trusts the operator.")
    @APIResponse(
            responseCode = "200",
            description = "name+keyId+base64",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            example = EvidenceExamples.KEY))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: this instance keeps no key")
    public String key() {
        if (!key.present()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return key.verifier().vkey() + "\n";
    }

    @GET
    @Path("/jwks")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEvidenceKeySet",
            summary = "The keys that verify receipts, for JOSE libraries",
            description =
                    "JWK set (RFC 7517, RFC 8037): the key of the log and those that signed before. The same keys as getEvidenceKey gives; compare them with what was published elsewhere.")
    @APIResponse(
            responseCode = "200",
            description = "The keys; none when this instance knows none",
            content =
                    @Content(
                            schema = @Schema(implementation = EvidenceViews.KeySet.class),
                            examples = @ExampleObject(name = "one", value = EvidenceExamples.KEYS)))
    public EvidenceViews.KeySet keys() {
        return new EvidenceViews.KeySet(key.known().stream().map(EvidenceViews.Key::of).toList());
    }

    @GET
    @Path("/checkpoint")
    @Produces(TEXT)
    @Operation(
            operationId = "getEvidenceCheckpoint",
            summary = "The signed checkpoint that was published last",
            description = "C2SP tlog-checkpoint; a signed note.")
    @APIResponse(
            responseCode = "200",
            description = "Origin, size, root, signature",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            example = EvidenceExamples.CHECKPOINT))
    @APIResponse(responseCode = "409", description = "EVIDENCE_PENDING: nothing was published yet")
    public String checkpoint() {
        return evidence.checkpoint();
    }

    @GET
    @Path("/tile/{tile: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "getEvidenceTile",
            summary = "A tile of the tree, or a bundle of entries",
            description =
                    "C2SP tlog-tiles: {level}/{index} or entries/{index}, with .p/{width} where it"
                            + " is partial. A tile never changes.")
    @APIResponse(
            responseCode = "200",
            description = "Hashes of 32 bytes, or entries behind their length in two bytes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "…"))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: no such tile")
    @APIResponse(responseCode = "503", description = "STORE_UNAVAILABLE")
    public Response tile(
            @Parameter(
                            description = "Path of the tile below tile/",
                            schema = @Schema(type = SchemaType.STRING),
                            example = "0/x001/x234/067")
                    @PathParam("tile")
                    String tile) {
        String path = "tile/" + tile;
        if (!Tile.isPath(path)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        byte[] bytes = bucket.read(path).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        return Response.ok(bytes)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .build();
    }

    @GET
    @Path("/consistency")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getEvidenceConsistency",
            summary = "That the log of one size is the beginning of that of another",
            description = "RFC 6962 section 2.1.2, for those who do not read tiles themselves.")
    @APIResponse(
            responseCode = "200",
            description = "The proof with both roots",
            content =
                    @Content(
                            schema = @Schema(implementation = Consistency.class),
                            examples =
                                    @ExampleObject(
                                            name = "two more",
                                            value = EvidenceExamples.CONSISTENCY)))
    @APIResponse(responseCode = "400", description = "INVALID_PARAMETER: no such sizes")
    @APIResponse(responseCode = "409", description = "EVIDENCE_PENDING: nothing was published yet")
    public Consistency consistency(
            @Parameter(description = "Size of the earlier log", example = "109480")
                    @QueryParam("from")
                    @Nullable Long from,
            @Parameter(
                            description = "Size of the later log; the published one when absent",
                            example = "109482")
                    @QueryParam("to")
                    @Nullable Long to) {
        return evidence.consistency(from, to);
    }
}
