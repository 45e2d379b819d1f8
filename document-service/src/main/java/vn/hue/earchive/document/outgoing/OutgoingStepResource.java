package vn.hue.earchive.document.outgoing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The steps of an outgoing document in the order of the law. */
@Path("/v1/outgoing-documents/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Outgoing documents")
@RunOnVirtualThread
class OutgoingStepResource {

    private final SignOutgoing sign;
    private final NumberOutgoing number;
    private final IssueOutgoing issue;

    OutgoingStepResource(SignOutgoing sign, NumberOutgoing number, IssueOutgoing issue) {
        this.sign = sign;
        this.number = number;
        this.issue = issue;
    }

    @POST
    @Path("/review")
    @Operation(
            operationId = "reviewOutgoingDocument",
            summary = "Say that content and form are in order; not by the drafter")
    @APIResponseSchema(OutgoingView.class)
    public Response review(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return sign.review(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/approval")
    @Operation(
            operationId = "approveOutgoingDocument",
            summary = "Agree to the signing; not by the drafter")
    @APIResponseSchema(OutgoingView.class)
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return sign.approve(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/sending-back")
    @Operation(
            operationId = "sendBackOutgoingDocument",
            summary = "Send it back to its drafter, with a reason")
    @APIResponseSchema(OutgoingView.class)
    public Response sendBack(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReasonRequest request) {
        return sign.sendBack(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/signature")
    @Operation(
            operationId = "signOutgoingDocument",
            summary =
                    "The competent person has signed; the signed file takes the place of the draft")
    @APIResponseSchema(OutgoingView.class)
    public Response sign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SignedFileRequest request) {
        return sign.sign(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/number")
    @Operation(
            operationId = "numberOutgoingDocument",
            summary = "Give number and date: the next of the series, or a reserved number")
    @APIResponseSchema(OutgoingView.class)
    public Response number(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable NumberRequest request) {
        return number.number(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/number-voiding")
    @Operation(
            operationId = "giveUpOutgoingNumber",
            summary =
                    "Void the number with a reason and go back to the draft; the number stays"
                            + " listed")
    @APIResponseSchema(OutgoingView.class)
    public Response giveUp(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReasonRequest request) {
        return number.giveUp(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/agency-signature")
    @Operation(
            operationId = "agencySignOutgoingDocument",
            summary = "The agency has signed or sealed it; the signed file takes its place")
    @APIResponseSchema(OutgoingView.class)
    public Response agencySign(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SignedFileRequest request) {
        return sign.agencySign(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/issue")
    @Operation(
            operationId = "issueOutgoingDocument",
            summary =
                    "Issue it: register line written, original frozen, sent to recipients with an"
                            + " e-identifier")
    @APIResponseSchema(OutgoingView.class)
    public Response issue(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return issue.issue(id, ifMatch, idempotencyKey).toResponse();
    }

    @POST
    @Path("/recall")
    @Operation(
            operationId = "recallOutgoingDocument",
            summary = "Take an issued document back, with a reason; its original stays")
    @APIResponseSchema(OutgoingView.class)
    public Response recall(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable ReasonRequest request) {
        return issue.recall(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
