package vn.hue.earchive.archive.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Page;

/** What the caller's agency has agreed with its archive. */
@Path("/v1/submission-agreements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agreements", description = "Thỏa thuận nộp lưu")
@RunOnVirtualThread
class AgreementResource {

    private static final String TERMS =
            """
            {"packageForms":["SIP_HOSO"],"formats":["fmt/354","fmt/477","fmt/43"],"maxFileBytes":104857600,"maxPackageBytes":1073741824,"pdfaDemanded":true,"note":"Chỉ nhận bản số hóa PDF/A."}\
            """;
    private static final String ONE =
            "{\"agencyId\":\"01936f00-0000-7000-8000-000000005721\",\"version\":3,\"terms\":"
                    + TERMS
                    + ",\"madeBy\":\"archivist.ancuu\",\"madeAt\":\"2026-11-28T08:15:30Z\",\"allowedActions\":[\"changeSubmissionAgreement\"]}";
    private static final String LIST = "{\"items\":[" + ONE + "]}";

    private final Agreements agreements;

    AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    @GET
    @Operation(
            operationId = "listSubmissionAgreements",
            summary = "Versions of the agency's agreement, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content =
                    @Content(
                            schema = @Schema(implementation = AgreementPage.class),
                            examples = @ExampleObject(name = "one", value = LIST)))
    public Page<Agreement> list(
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor) {
        return agreements.list(limit, cursor);
    }

    @GET
    @Path("/current")
    @Operation(
            operationId = "getSubmissionAgreement",
            summary = "What is in force",
            description = "Version 0 where nothing was agreed: whatever the archive takes.")
    @APIResponse(
            responseCode = "200",
            description = "The agreement",
            content =
                    @Content(
                            schema = @Schema(implementation = Agreement.class),
                            examples = @ExampleObject(name = "agreed", value = ONE)))
    public Response current() {
        return answer(agreements.current());
    }

    @PUT
    @Path("/current")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeSubmissionAgreement",
            summary = "Agree on something else, from the next check on",
            description =
                    "Makes a new version; those before stay. What is being checked at the moment is judged by the version that was in force when its check began. The same terms again change nothing.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AgreementTerms.class),
                            examples = @ExampleObject(name = "terms", value = TERMS)))
    @APIResponse(
            responseCode = "200",
            description = "The agreement in force now",
            content =
                    @Content(
                            schema = @Schema(implementation = Agreement.class),
                            examples = @ExampleObject(name = "agreed", value = ONE)))
    public Response change(
            @Parameter(description = "ETag of the agreement as it was read", example = "\"v2\"")
                    @HeaderParam("If-Match")
                    @Nullable String ifMatch,
            @NotNull @Valid AgreementTerms terms) {
        return answer(agreements.change(terms, ifMatch));
    }

    private static Response answer(Agreement agreement) {
        return Response.ok(agreement).tag(ETags.of(agreement.version())).build();
    }

    /** The page as the API document describes it. */
    @Schema(name = "SubmissionAgreementPage")
    record AgreementPage(List<Agreement> items, @Nullable String next) {}
}
