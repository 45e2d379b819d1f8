package vn.hue.earchive.document.signature;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Signatures")
@RunOnVirtualThread
class SignatureResource {

    private final SignatureReports reports;
    private final RecheckSignatures recheck;

    SignatureResource(SignatureReports reports, RecheckSignatures recheck) {
        this.reports = reports;
        this.recheck = recheck;
    }

    @GET
    @Path("/signatures")
    @Transactional
    @Operation(
            operationId = "getDocumentSignatures",
            summary = "Signatures of the document's files, each with its result and the reason",
            description =
                    "Files are checked after registration: result NOT_CHECKED and pending until"
                            + " then. An unsigned file is NO_SIGNATURE.")
    public DocumentSignaturesView get(@PathParam("id") UUID id) {
        return reports.of(id);
    }

    @POST
    @Path("/signature-checks")
    @Operation(
            operationId = "recheckSignatures",
            summary = "Check the files again, for example after a root certificate was added")
    @APIResponseSchema(value = DocumentSignaturesView.class, responseCode = "202")
    public Response recheck(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return recheck.once(id, idempotencyKey).toResponse();
    }

    @GET
    @Path("/signature-reports")
    @Transactional
    @Operation(
            operationId = "listSignatureReports",
            summary = "Every check of the document's files, newest first")
    public Page<SignatureReportView> list(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit) {
        return reports.page(id, cursor, Limits.page(limit));
    }

    @GET
    @Path("/signature-reports/{reportId}/{kind}")
    @Produces(MediaType.APPLICATION_XML)
    @Transactional
    @Operation(
            operationId = "downloadSignatureReport",
            summary = "The report as the validation library wrote it; kind: simple or detailed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_XML,
                            schema = @Schema(implementation = String.class)))
    public Response xml(
            @PathParam("id") UUID id,
            @PathParam("reportId") UUID reportId,
            @PathParam("kind") String kind) {
        boolean detailed = kind.equals("detailed");
        if (!detailed && !kind.equals("simple")) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return Response.ok(reports.xml(id, reportId, detailed))
                .type(MediaType.APPLICATION_XML)
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "attachment; filename=\"" + kind + ".xml\"")
                .build();
    }
}
