package vn.hue.earchive.archive.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.agreement.Agreements;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Languages;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Page;

/** Packages (SIP) of other systems: announced, sent in parts, completed, then read. */
@Path("/v1/packages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Packages", description = "Gói tin nộp lưu (SIP) từ hệ thống khác")
@RunOnVirtualThread
class PackageResource {

    private static final String ID = "019aab10-0000-7000-8000-000000000041";

    private final Packages packages;
    private final ReadPackages views;
    private final StorePart parts;
    private final IssueReceipt receipts;
    private final Agreements agreements;
    private final CurrentCaller caller;
    private final PackageConfig config;

    PackageResource(
            Packages packages,
            ReadPackages views,
            StorePart parts,
            IssueReceipt receipts,
            Agreements agreements,
            CurrentCaller caller,
            PackageConfig config) {
        this.packages = packages;
        this.views = views;
        this.parts = parts;
        this.receipts = receipts;
        this.agreements = agreements;
        this.caller = caller;
        this.config = config;
    }

    /** What is going to be sent. */
    @Schema(name = "PackageRequest")
    record PackageRequest(
            @Schema(description = "SHA-256 of the whole package, hex", required = true)
                    @Nullable String sha256,
            @Schema(description = "Bytes", required = true) @Nullable Long size,
            @Schema(description = "For people to read only") @Nullable String fileName,
            @Schema(description = "Run every check and keep nothing but the report")
                    @Nullable Boolean dryRun) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "beginPackage",
            summary = "Announce a package; answers how to send it",
            description =
                    "A ZIP with one or more packages of Circular 05/2025 (SIP_hoso, SIP_tailieu). The SHA-256 is its natural key: announced again, the same bytes get the same package, with 200, and with whatever was decided.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PackageRequest.class),
                            examples =
                                    @ExampleObject(
                                            name = "dossier",
                                            value = PackageExamples.REQUEST)))
    @APIResponse(
            responseCode = "201",
            description = "Parts are awaited",
            content =
                    @Content(
                            schema = @Schema(implementation = PackageView.class),
                            examples =
                                    @ExampleObject(
                                            name = "uploading",
                                            value = PackageExamples.UPLOADING)))
    @APIResponse(
            responseCode = "200",
            description = "The package is known",
            content = @Content(schema = @Schema(implementation = PackageView.class)))
    @APIResponse(responseCode = "413", description = "PACKAGE_TOO_LARGE")
    @APIResponse(responseCode = "429", description = "TOO_MANY_PACKAGES of the agency under way")
    public Response begin(
            @Nullable PackageRequest request,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String acceptLanguage) {
        Packages.Begun begun = packages.begin(announced(request));
        return answer(begun.row(), begun.isNew() ? 201 : 200, Languages.of(acceptLanguage));
    }

    private Packages.Announced announced(@Nullable PackageRequest request) {
        if (request == null
                || request.sha256() == null
                || !request.sha256().matches("[0-9A-Fa-f]{64}")) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "sha256");
        }
        Long size = request.size();
        if (size == null || size < 1) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "size");
        }
        if (size > config.maxBytes()) {
            throw new Problem(ArchiveProblem.PACKAGE_TOO_LARGE, config.maxBytes());
        }
        Long agreed = agreements.inForce(caller.get().agencyId()).terms().maxPackageBytes();
        if (agreed != null && size > agreed) {
            throw new Problem(ArchiveProblem.PACKAGE_TOO_LARGE, agreed);
        }
        String name = request.fileName();
        if (name != null && (name.length() > 255 || name.chars().anyMatch(c -> c < ' '))) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "fileName");
        }
        return new Packages.Announced(
                request.sha256().toLowerCase(Locale.ROOT),
                size,
                name,
                Boolean.TRUE.equals(request.dryRun()));
    }

    @PUT
    @Path("/{packageId}/parts/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            operationId = "putPackagePart",
            summary = "Send one part; sent again, it is replaced",
            description =
                    "Part n begins at byte (n - 1) × partSize; every part but the last has partSize bytes. Parts may be sent in any order and at the same time. An interrupted upload goes on with the parts that getPackage does not show as arrived.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "The part has arrived whole",
            content =
                    @Content(
                            schema = @Schema(implementation = Packages.Part.class),
                            examples = @ExampleObject(name = "part", value = PackageExamples.PART)))
    @APIResponse(
            responseCode = "422",
            description =
                    "PART_UNKNOWN, PART_SIZE_MISMATCH, PART_DIGEST_MISMATCH: nothing was kept")
    @APIResponse(responseCode = "409", description = "PACKAGE_NOT_OPEN")
    public Packages.Part part(
            @Parameter(example = ID) @PathParam("packageId") UUID packageId,
            @Parameter(description = "From 1", example = "1") @PathParam("number") int number,
            @Parameter(
                            description = "RFC 9530, of this part",
                            example = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")
                    @HeaderParam("Content-Digest")
                    @Nullable String contentDigest,
            InputStream body) {
        return parts.receive(packageId, number, contentDigest, body);
    }

    @POST
    @Path("/{packageId}/complete")
    @Operation(
            operationId = "completePackage",
            summary = "All parts are sent: the package waits to be read",
            description = "Repeated, it answers with the package and changes nothing.")
    @APIResponse(
            responseCode = "202",
            description = "It waits, or was read already",
            content =
                    @Content(
                            schema = @Schema(implementation = PackageView.class),
                            examples =
                                    @ExampleObject(
                                            name = "received",
                                            value = PackageExamples.RECEIVED)))
    @APIResponse(responseCode = "422", description = "PACKAGE_INCOMPLETE with the missing numbers")
    public Response complete(
            @Parameter(example = ID) @PathParam("packageId") UUID packageId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String acceptLanguage) {
        return answer(packages.complete(packageId), 202, Languages.of(acceptLanguage));
    }

    @GET
    @Path("/{packageId}")
    @Operation(
            operationId = "getPackage",
            summary = "One package: what has arrived, how many wait before it, what was found")
    @APIResponse(
            responseCode = "200",
            description = "The package",
            content =
                    @Content(
                            schema = @Schema(implementation = PackageView.class),
                            examples =
                                    @ExampleObject(
                                            name = "received",
                                            value = PackageExamples.RECEIVED)))
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    public Response get(
            @Parameter(example = ID) @PathParam("packageId") UUID packageId,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String acceptLanguage) {
        return answer(packages.get(packageId), 200, Languages.of(acceptLanguage));
    }

    @GET
    @Path("/{packageId}/receipt")
    @Produces(IntakeExamples.JOSE)
    @Operation(
            operationId = "getPackageReceipt",
            summary = "Signed acknowledgement of a package that is decided",
            description =
                    "As getIntakeReceipt, with the digest of the package and the dossiers of it that were refused before their checks.")
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
            description = "NOT_FOUND: none, another agency's, a dry run, or the archive has no key")
    public String receipt(@Parameter(example = ID) @PathParam("packageId") UUID packageId) {
        return receipts.ofPackage(packageId);
    }

    @GET
    @Operation(
            operationId = "listPackages",
            summary = "Packages of the caller's agency, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of packages",
            content =
                    @Content(
                            schema = @Schema(implementation = PackagePage.class),
                            examples =
                                    @ExampleObject(
                                            name = "one",
                                            value =
                                                    "{\"items\":["
                                                            + PackageExamples.RECEIVED
                                                            + "]}")))
    public Page<PackageView> list(
            @Parameter(description = "Rows per page, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the page before") @QueryParam("cursor")
                    @Nullable String cursor,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Nullable String acceptLanguage) {
        return views.list(limit, cursor, Languages.of(acceptLanguage));
    }

    private Response answer(Packages.Row row, int status, Locale locale) {
        var answer =
                Response.status(status)
                        .entity(views.get(row, locale))
                        .location(URI.create("/v1/packages/" + row.id()));
        // Until it is decided, what is shown changes with every part and every package before it.
        return row.decidedAt() == null
                ? answer.build()
                : answer.tag(ETags.of(row.version())).build();
    }

    /** The page as the API document describes it. */
    @Schema(name = "PackagePage")
    record PackagePage(List<PackageView> items, @Nullable String next) {}
}
