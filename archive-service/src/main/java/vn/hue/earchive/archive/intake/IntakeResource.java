package vn.hue.earchive.archive.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.Languages;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Page;

/** Submissions as the archive received them: how far each dossier is and what was found. */
@Path("/v1/intakes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Intake",
        description = "Tiếp nhận: submissions received by the archive and their checks")
@RunOnVirtualThread
class IntakeResource {

    private final ReadIntakes intakes;
    private final IssueReceipt receipts;

    IntakeResource(ReadIntakes intakes, IssueReceipt receipts) {
        this.intakes = intakes;
        this.receipts = receipts;
    }

    @GET
    @Operation(
            operationId = "listIntakes",
            summary = "Submissions of the caller's agency, newest first",
            description = "Without the dossiers; GET one for its checks and findings.")
    @APIResponse(
            responseCode = "200",
            description = "A page of intakes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IntakePage.class),
                            examples = @ExampleObject(name = "one", value = IntakeExamples.LIST)))
    public Page<IntakeView> list(
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return intakes.list(limit, cursor);
    }

    @GET
    @Path("/{submissionId}")
    @Operation(
            operationId = "getIntake",
            summary = "One submission with the checks and findings of each dossier",
            description =
                    "Findings are worded in the language of Accept-Language, Vietnamese by default. A check that could not run says so (NOT_SCANNED, NOT_CHECKED); it is never shown as passed.")
    @APIResponse(
            responseCode = "200",
            description = "The intake",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IntakeView.class),
                            examples =
                                    @ExampleObject(
                                            name = "returned",
                                            value = IntakeExamples.RETURNED)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Response get(
            @Parameter(
                            description = "Id of the submission",
                            example = "01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21")
                    @PathParam("submissionId")
                    UUID submissionId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String acceptLanguage) {
        ReadIntakes.Versioned found = intakes.get(submissionId, Languages.of(acceptLanguage));
        return Response.ok(found.view()).tag(ETags.of(found.version())).build();
    }

    @GET
    @Path("/{submissionId}/receipt")
    @Produces(IntakeExamples.JOSE)
    @Operation(
            operationId = "getIntakeReceipt",
            summary = "Signed acknowledgement of a submission that is decided",
            description =
                    "What was received with its digests, the verdict over each dossier with every reason in Vietnamese and English, and when. Signed with the key of the evidence log (EdDSA); check it with getEvidenceKeySet, offline. The same bytes whenever it is fetched.")
    @APIResponse(
            responseCode = "200",
            description = "A JWS (RFC 7515) in compact form; its payload is a Receipt",
            content =
                    @Content(
                            mediaType = IntakeExamples.JOSE,
                            schema = @Schema(type = SchemaType.STRING),
                            example = IntakeExamples.RECEIPT))
    @APIResponse(
            responseCode = "409",
            description = "RECEIPT_PENDING: a part of it waits for its decision")
    @APIResponse(
            responseCode = "404",
            description = "NOT_FOUND: none, another agency's, or the archive has no key")
    public String receipt(
            @Parameter(
                            description = "Id of the submission",
                            example = "01936f3a-7b2c-7c4e-9a57-3f1d5f0e8b21")
                    @PathParam("submissionId")
                    UUID submissionId) {
        return receipts.ofIntake(submissionId);
    }

    /** The page as the API document describes it. */
    @Schema(name = "IntakePage")
    record IntakePage(java.util.List<IntakeView> items, @Nullable String next) {}
}
