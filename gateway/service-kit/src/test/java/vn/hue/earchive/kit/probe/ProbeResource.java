package vn.hue.earchive.kit.probe;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.AccessPolicy;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** Endpoints of every shape that the kit has to deal with. */
@Path("/v1/probes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProbeResource {

    private final Probes probes;

    ProbeResource(Probes probes) {
        this.probes = probes;
    }

    @GET
    @Operation(operationId = "listProbes")
    public Page<Probes.ProbeView> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("year") @Min(1900) @Nullable Integer year) {
        return Page.of(probes.all(), Limits.page(limit), last -> last.title());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "addProbe")
    public Response add(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull Probes.NewProbe request) {
        return probes.add(key, request).toResponse();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getProbe")
    public Probes.ProbeView get(@PathParam("id") UUID id) {
        return probes.all().stream()
                .filter(probe -> probe.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "renameProbe")
    public Response rename(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ETags.check(ifMatch, 3);
        return Response.noContent().build();
    }

    @GET
    @Path("/open")
    @Operation(operationId = "openProbe")
    public Map<String, String> open() {
        return Map.of("open", "to all");
    }

    /** Fails as it is told. */
    @POST
    @Path("/failures/{kind}")
    @Operation(operationId = "failProbe")
    public List<String> fail(@PathParam("kind") String kind) throws SQLException {
        switch (kind) {
            case "database" ->
                    throw new IllegalStateException(
                            new SQLException("FATAL: secret host db-1", "08006"));
            case "bug" -> throw new IllegalArgumentException("secret class vn.hue.Secret");
            case "cause" -> throw new RuntimeException(new ConnectException("secret host s3-1"));
            default -> throw new Problem(CommonProblem.valueOf(kind), "x");
        }
    }

    /** Clerks write, everybody with a role reads. */
    @Singleton
    static class Policy implements AccessPolicy {
        @Override
        public Map<String, Set<Role>> permissions() {
            Set<Role> readers = EnumSet.allOf(Role.class);
            readers.remove(Role.OPERATOR);
            return Map.of(
                    "listProbes",
                    readers,
                    "getProbe",
                    readers,
                    "addProbe",
                    Set.of(Role.CLERK),
                    "renameProbe",
                    Set.of(Role.CLERK),
                    "failProbe",
                    Set.of(Role.CLERK),
                    "openProbe",
                    AccessPolicy.PUBLIC);
        }
    }
}
