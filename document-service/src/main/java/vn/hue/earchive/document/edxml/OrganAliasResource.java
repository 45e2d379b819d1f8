package vn.hue.earchive.document.edxml;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/organ-aliases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Document exchange")
@RunOnVirtualThread
class OrganAliasResource {

    private final OrganAliases aliases;
    private final Validation validation;
    private final Actions actions;
    private final Audit audit;
    private final CurrentCaller caller;

    OrganAliasResource(
            OrganAliases aliases,
            Validation validation,
            Actions actions,
            Audit audit,
            CurrentCaller caller) {
        this.aliases = aliases;
        this.validation = validation;
        this.actions = actions;
        this.audit = audit;
        this.caller = caller;
    }

    @PUT
    @Path("/{alias}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            operationId = "registerOrganAlias",
            summary = "Say which agency a former OrganId means, or correct it (then with If-Match)")
    @APIResponseSchema(value = OrganAliasView.class, responseCode = "201")
    public Response put(
            @PathParam("alias") String alias,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable OrganAliasDetails details) {
        Findings findings = validation.of(details);
        findings.addUnless(alias.length() <= 35 && !alias.isBlank(), "alias", "WRONG_FORMAT");
        findings.addUnless(
                details == null || !alias.equals(details.code()), "/code", "ALIAS_OF_ITSELF");
        findings.addUnless(
                details == null
                        || details.code() == null
                        || aliases.findByIdOptional(details.code()).isEmpty(),
                "/code",
                "ALIAS_OF_ALIAS");
        findings.raise();
        OrganAlias known = aliases.findById(alias);
        OrganAlias entry = known == null ? new OrganAlias(alias) : known;
        if (known != null && ifMatch != null) {
            ETags.check(ifMatch, known.version());
        }
        if (details != null && entry.describe(details)) {
            if (known != null) {
                ETags.require(ifMatch);
            }
            aliases.persist(entry);
            audit.append(
                    caller.get().agencyId(),
                    "registerOrganAlias",
                    "organ-alias",
                    UUID.nameUUIDFromBytes(alias.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    entry.version(),
                    Map.of("alias", alias, "code", entry.code()));
        }
        return Response.status(known == null ? 201 : 200)
                .header("Location", "/v1/organ-aliases/" + alias)
                .tag(ETags.of(entry.version()))
                .entity(entry.view(allowed()))
                .build();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listOrganAliases",
            summary = "Former OrganIds and the e-identifiers of today, in their order")
    public Page<OrganAliasView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        List<String> allowed = allowed();
        return Page.of(aliases.after(after, size + 1), size, a -> Cursor.encode(a.alias()))
                .map(a -> a.view(allowed));
    }

    private List<String> allowed() {
        return actions.allowed("registerOrganAlias");
    }
}
