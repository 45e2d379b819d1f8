package vn.hue.earchive.kit.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.AccessPolicy;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/**
 * Parked events of one service, for an operator. The gateway routes by the segment after {@code
 * parked-events}: {@code document}, {@code archive} or {@code search}. Replay and discard name an
 * end state and may be repeated, so they take no Idempotency-Key.
 */
@Path("/v1/parked-events/{service}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operation")
@RunOnVirtualThread
class ParkedEventResource {

    private static final UUID FIRST = new UUID(0, 0);
    private static final String EXAMPLE =
            """
            {"id":"019aab10-0000-7000-8000-000000000001","handler":"AcceptedDossiers",\
            "state":"PARKED","topic":"archive.events","partition":3,"offset":42,\
            "key":"019aab10-0000-7000-8000-000000000002",\
            "eventId":"019aab10-0000-7000-8000-000000000003","type":"dossier.accepted.v1",\
            "aggregateId":"019aab10-0000-7000-8000-000000000002","version":1,\
            "agencyId":"019aab10-0000-7000-8000-000000000004","errorCode":"HANDLER_FAILED",\
            "attempts":1,"traceId":"4bf92f3577b34da6a3ce929d0e0e4736",\
            "parkedAt":"2026-11-22T02:00:00Z"}\
            """;

    private final ParkedEvents events;
    private final String own;

    ParkedEventResource(
            ParkedEvents events,
            @ConfigProperty(name = "earchive.database.role-prefix") String own) {
        this.events = events;
        this.own = own;
    }

    /** Why an event is given up. */
    record Discard(@NotBlank @Size(max = 1000) String reason) {}

    @GET
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events that could not be handled, or that wait behind one")
    @APIResponse(
            responseCode = "200",
            description = "A page, oldest first",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedEventPage.class),
                            examples =
                                    @ExampleObject(
                                            name = "parked",
                                            value = "{\"items\":[" + EXAMPLE + "]}")))
    public Page<ParkedEvent> list(
            @PathParam("service") String service,
            @QueryParam("state")
                    @DefaultValue("PARKED")
                    @Pattern(regexp = "PARKED|WAITING|HANDLED|DISCARDED")
                    String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        requireOwn(service);
        int size = Limits.page(limit);
        UUID after = cursor == null ? FIRST : after(cursor);
        return Page.of(events.list(state, after, size + 1), size, last -> Cursor.encode(last.id()));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayParkedEvent", summary = "Handle a parked event again")
    @APIResponse(
            responseCode = "200",
            description = "It is handled, and so is what waited behind it",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedEvent.class),
                            examples = @ExampleObject(name = "handled", value = EXAMPLE)))
    public ParkedEvent replay(@PathParam("service") String service, @PathParam("id") UUID id) {
        requireOwn(service);
        return events.replay(id);
    }

    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "discardParkedEvent",
            summary = "Give a parked event up; later ones no longer wait for it")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Discard.class),
                            examples =
                                    @ExampleObject(
                                            name = "discard",
                                            value = "{\"reason\":\"Sent by a test system\"}")))
    @APIResponse(
            responseCode = "200",
            description = "It is discarded",
            content =
                    @Content(
                            schema = @Schema(implementation = ParkedEvent.class),
                            examples = @ExampleObject(name = "discarded", value = EXAMPLE)))
    public ParkedEvent discard(
            @PathParam("service") String service,
            @PathParam("id") UUID id,
            @Valid @NotNull Discard body) {
        requireOwn(service);
        return events.discard(id, body.reason());
    }

    /** What the list answers, for the API document. */
    record ParkedEventPage(List<ParkedEvent> items, @Nullable String next) {}

    private void requireOwn(String service) {
        if (!own.equals(service)) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    /** Only those who run the suite. */
    @Singleton
    static class Policy implements AccessPolicy {
        @Override
        public Map<String, Set<Role>> permissions() {
            return Map.of(
                    "listParkedEvents", Set.of(Role.OPERATOR),
                    "replayParkedEvent", Set.of(Role.OPERATOR),
                    "discardParkedEvent", Set.of(Role.OPERATOR));
        }
    }
}
