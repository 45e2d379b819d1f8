package vn.hue.earchive.document.organisation;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/agencies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agencies")
@RunOnVirtualThread
class AgencyResource {

    private final RegisterAgency register;
    private final Agencies agencies;
    private final Actions actions;

    AgencyResource(RegisterAgency register, Agencies agencies, Actions actions) {
        this.register = register;
        this.agencies = agencies;
        this.actions = actions;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerAgency",
            summary = "Enter an agency, or correct it (then with If-Match)")
    @APIResponseSchema(value = AgencyView.class, responseCode = "201")
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable AgencyDetails details) {
        RegisterAgency.Outcome outcome = register.put(id, details, ifMatch);
        AgencyView view = view(outcome.agency());
        return Response.status(outcome.created() ? 201 : 200)
                .header("Location", "/v1/agencies/" + id)
                .tag(ETags.of(view.version()))
                .entity(view)
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAgency", summary = "One agency")
    @APIResponseSchema(AgencyView.class)
    public Response get(@PathParam("id") UUID id) {
        Agency agency = agencies.findById(id);
        if (agency == null) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return Response.ok(view(agency)).tag(ETags.of(agency.version())).build();
    }

    @GET
    @Transactional
    @Operation(operationId = "listAgencies", summary = "Agencies in the order of their codes")
    public Page<AgencyView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        String after = cursor == null ? null : Cursor.decode(cursor, 1).getFirst();
        List<Agency> rows = agencies.after(after, size + 1);
        return Page.of(rows, size, a -> Cursor.encode(a.code())).map(this::view);
    }

    private AgencyView view(Agency agency) {
        return AgencyView.of(agency, actions.allowed("registerAgency"));
    }
}
