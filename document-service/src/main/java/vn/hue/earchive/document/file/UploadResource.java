package vn.hue.earchive.document.file;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
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
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.problem.DocumentProblem;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.idempotency.Answer;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

@Path("/v1/uploads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Uploads")
@RunOnVirtualThread
class UploadResource {

    private final StoreUpload store;
    private final Uploads uploads;
    private final Validation validation;

    UploadResource(StoreUpload store, Uploads uploads, Validation validation) {
        this.store = store;
        this.uploads = uploads;
        this.validation = validation;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "uploadFile",
            summary = "Stream a file into the working bucket; answers with its SHA-256",
            description =
                    "The security class is declared first: anything but NONE is refused before a"
                            + " byte is read. Content-Digest or Repr-Digest (sha-256) is verified.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponseSchema(value = UploadView.class, responseCode = "201")
    public Response upload(
            @QueryParam("securityClass") @Nullable String securityClass,
            @QueryParam("fileName") @Nullable String fileName,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @HeaderParam("Content-Digest") @Nullable String contentDigest,
            @HeaderParam("Repr-Digest") @Nullable String reprDigest,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String contentType,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long contentLength,
            InputStream body) {
        String name = VietnameseText.clean(fileName);
        Findings findings = validation.begin();
        findings.addUnless(securityClass != null, "securityClass", "REQUIRED");
        findings.addUnless(name != null, "fileName", "REQUIRED");
        findings.raise();
        if (!"NONE".equals(securityClass)) {
            throw new Problem(DocumentProblem.STATE_SECRET_NOT_ALLOWED);
        }
        if (idempotencyKey == null || idempotencyKey.isBlank()) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        Answer<UploadView> answer =
                store.receive(
                        new StoreUpload.Declaration(
                                String.valueOf(name),
                                contentType,
                                contentLength == null ? -1 : contentLength,
                                ExpectedDigest.of(contentDigest, reprDigest)),
                        body,
                        idempotencyKey);
        Response response = answer.toResponse();
        String sha256 = answer.body().sha256();
        return sha256 == null
                ? response
                : Response.fromResponse(response)
                        .header("Repr-Digest", ExpectedDigest.header(sha256))
                        .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getUpload", summary = "State of an upload")
    public UploadView get(@PathParam("id") UUID id) {
        Upload upload = uploads.findById(id);
        if (upload == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return upload.view();
    }
}
