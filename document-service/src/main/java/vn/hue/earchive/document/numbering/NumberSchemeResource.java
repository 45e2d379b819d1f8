package vn.hue.earchive.document.numbering;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.rest.ETags;

@Path("/v1/number-schemes/{year}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
@RunOnVirtualThread
class NumberSchemeResource {

    private final NumberSchemes schemes;

    NumberSchemeResource(NumberSchemes schemes) {
        this.schemes = schemes;
    }

    @GET
    @Operation(
            operationId = "getNumberScheme",
            summary = "How outgoing documents are numbered in a year")
    @APIResponseSchema(NumberSchemeView.class)
    public Response get(@PathParam("year") int year) {
        return answer(schemes.get(year));
    }

    @PUT
    @Operation(
            operationId = "decideNumberScheme",
            summary = "Decide on the number series of a year, before its first number",
            description = "If-Match is required once the year has a decision.")
    @APIResponseSchema(NumberSchemeView.class)
    public Response decide(
            @PathParam("year") int year,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NumberSchemeRequest request) {
        return answer(schemes.decide(year, request, ifMatch));
    }

    private static Response answer(NumberSchemeView view) {
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }
}
