package vn.hue.earchive.archive.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.store.AipStore;
import vn.hue.earchive.archive.store.FixityFailure;
import vn.hue.earchive.kit.problem.Problem;

/** The proof of one holding as one file that verifies offline. */
@Path("/v1/holdings/{id}/proof")
@Tag(name = "Evidence")
@RunOnVirtualThread
class ProofResource {

    private static final String ZIP = "application/zip";

    private final ExportProof proofs;
    private final AipStore store;

    ProofResource(ExportProof proofs, AipStore store) {
        this.proofs = proofs;
        this.store = store;
    }

    @GET
    @Operation(
            operationId = "exportHoldingProof",
            summary = "The proof bundle of a holding: package, acts, proofs, checkpoint",
            description =
                    "Verifies offline with verifier.jar, or by hand as its README says. Who has"
                            + " read the holding is not in it. Every export leaves an audit entry.")
    @APIResponse(
            responseCode = "200",
            description = "The bundle",
            content =
                    @Content(
                            mediaType = ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "PK…"))
    @APIResponse(responseCode = "403", description = "FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(
            responseCode = "409",
            description = "EVIDENCE_PENDING: the log does not cover the package yet")
    @APIResponse(
            responseCode = "503",
            description = "EVIDENCE_INCONSISTENT, STORE_UNAVAILABLE, CONTENT_UNREADABLE")
    public Response proof(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id) {
        ExportProof.Gathered gathered = proofs.gather(id);
        String aipId = gathered.pack().aipId();
        BundleZip bundle = ExportProof.bundle(gathered, crc(aipId), () -> store.readPackage(aipId));
        proofs.note(id, gathered);
        StreamingOutput body = bundle::writeTo;
        return Response.ok(body)
                .type(ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, bundle.length())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.proof.zip\"".formatted(aipId.replace(':', '_')))
                .header(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** Of the package, whose digest is verified on the way, before anything is sent. */
    private long crc(String aipId) {
        try (InputStream in = store.readPackage(aipId)) {
            CheckedInputStream checked = new CheckedInputStream(in, new CRC32());
            checked.transferTo(java.io.OutputStream.nullOutputStream());
            return checked.getChecksum().getValue();
        } catch (FixityFailure | IOException e) {
            throw new Problem(ArchiveProblem.CONTENT_UNREADABLE).causedBy(e);
        }
    }
}
