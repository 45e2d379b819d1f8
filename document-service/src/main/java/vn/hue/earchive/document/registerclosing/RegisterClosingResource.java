package vn.hue.earchive.document.registerclosing;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.file.Disposition;
import vn.hue.earchive.document.file.WorkingBucket;
import vn.hue.earchive.kit.objects.ObjectStore;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/register-closings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
@RunOnVirtualThread
class RegisterClosingResource {

    private final RegisterClosings closings;
    private final Amendments amendments;
    private final AmendSealedLine amend;
    private final VerifySeal verify;
    private final PrintAmendments print;
    private final Actions actions;
    private final ObjectStore bucket;

    RegisterClosingResource(
            RegisterClosings closings,
            Amendments amendments,
            AmendSealedLine amend,
            VerifySeal verify,
            PrintAmendments print,
            Actions actions,
            @WorkingBucket ObjectStore bucket) {
        this.closings = closings;
        this.amendments = amendments;
        this.amend = amend;
        this.verify = verify;
        this.print = print;
        this.actions = actions;
        this.bucket = bucket;
    }

    static RegisterClosingView view(RegisterClosing closing, Actions actions) {
        return closing.view(
                actions.allowed(
                        "printClosedRegister",
                        "verifyRegisterSeal",
                        "listRegisterAmendments",
                        "printRegisterAmendments",
                        AmendSealedLine.ACTION));
    }

    @GET
    @Transactional
    @Operation(operationId = "listRegisterClosings", summary = "Closed registers, newest first")
    public Page<RegisterClosingView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        closings.page(id(cursor), size + 1),
                        size,
                        closing -> Cursor.encode(closing.id()))
                .map(closing -> view(closing, actions));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRegisterClosing", summary = "One closed register with its seal")
    @APIResponseSchema(RegisterClosingView.class)
    public Response get(@PathParam("id") UUID id) {
        RegisterClosing closing = closings.require(id);
        return Response.ok(view(closing, actions)).tag(ETags.of(closing.version())).build();
    }

    @GET
    @Path("/{id}/verification")
    @Operation(
            operationId = "verifyRegisterSeal",
            summary = "Compute the digests anew and compare today's register with the sealed one")
    public SealView verify(@PathParam("id") UUID id) {
        return verify.verify(id);
    }

    @GET
    @Path("/{id}/pdf")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "printClosedRegister", summary = "The print as it was sealed")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response pdf(@PathParam("id") UUID id) {
        RegisterClosing closing =
                QuarkusTransaction.requiringNew().call(() -> closings.require(id));
        String name =
                "so-dang-ky-" + closing.range().register().path() + "-" + closing.range().year();
        return Response.ok(bucket.get(closing.pdfKey()))
                .type("application/pdf")
                .header("Content-Length", closing.pdfSize())
                .header("ETag", '"' + closing.pdfSha256() + '"')
                .header("Repr-Digest", Disposition.digest(closing.pdfSha256()))
                .header("Content-Disposition", Disposition.attachment(name + ".pdf"))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .build();
    }

    @GET
    @Path("/{id}/amendments")
    @Transactional
    @Operation(
            operationId = "listRegisterAmendments",
            summary = "What has changed since the closing: who, when, why; oldest first")
    public Page<AmendmentView> amendments(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        closings.require(id);
        int size = Limits.page(limit);
        return Page.of(
                amendments.page(id, id(cursor), size + 1),
                size,
                amendment -> Cursor.encode(amendment.id()));
    }

    @GET
    @Path("/{id}/amendments/{format}")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "printRegisterAmendments",
            summary = "The amendments as an annex to the sealed print, or as a sheet",
            description = "format: pdf or xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response printAmendments(@PathParam("id") UUID id, @PathParam("format") String format) {
        return print.print(id, format).download("phu-luc-so-dang-ky-" + id);
    }

    @POST
    @Path("/{id}/amendments")
    @Operation(
            operationId = AmendSealedLine.ACTION,
            summary = "Add a note to a sealed line; the line itself stays")
    @APIResponseSchema(value = AmendmentView.class, responseCode = "201")
    public Response amend(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable AmendSealedLineRequest request) {
        return amend.once(id, request, idempotencyKey).toResponse();
    }

    private static @Nullable UUID id(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
