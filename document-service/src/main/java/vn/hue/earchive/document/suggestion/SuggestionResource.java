package vn.hue.earchive.document.suggestion;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/retention-suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Retention")
@RunOnVirtualThread
class SuggestionResource {

    private final SuggestRules suggest;
    private final DecideSuggestion decide;
    private final Suggestions suggestions;

    SuggestionResource(SuggestRules suggest, DecideSuggestion decide, Suggestions suggestions) {
        this.suggest = suggest;
        this.decide = decide;
        this.suggestions = suggestions;
    }

    @GET
    @Path("/guide")
    @Operation(
            operationId = "getRetentionGuide",
            summary = "Three questions for somebody who does not know the schedule")
    public Guide guide() {
        return suggest.guide();
    }

    @POST
    @Operation(
            operationId = "suggestRetentionRules",
            summary =
                    "Up to three rules that a title resembles, with reasons and earlier decisions;"
                            + " nothing is applied")
    @APIResponseSchema(value = SuggestionView.class, responseCode = "201")
    public Response suggest(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable SuggestionRequest request) {
        return suggest.once(request, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listRetentionSuggestions",
            summary = "Log of what was offered and what people chose, newest first")
    public Page<SuggestionLogView> list(
            @QueryParam("decided") @Nullable Boolean decided,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int size = Limits.page(limit);
        return Page.of(
                        suggestions.page(decided, cursor == null ? null : before(cursor), size + 1),
                        size,
                        s -> Cursor.encode(s.id()))
                .map(RetentionSuggestion::log);
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRetentionSuggestion", summary = "One entry of the log")
    @APIResponseSchema(SuggestionLogView.class)
    public Response get(@PathParam("id") UUID id) {
        RetentionSuggestion suggestion = suggestions.require(id);
        return Response.ok(suggestion.log()).tag(ETags.of(suggestion.version())).build();
    }

    @POST
    @Path("/{id}/decision")
    @Operation(
            operationId = "decideRetentionSuggestion",
            summary = "Log what a person chose; a rule that was not offered needs a reason")
    @APIResponseSchema(SuggestionView.class)
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            DecideSuggestion.@Nullable Request request) {
        return decide.once(id, request, ifMatch, idempotencyKey).toResponse();
    }
}
