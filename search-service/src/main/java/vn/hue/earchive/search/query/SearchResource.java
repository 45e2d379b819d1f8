package vn.hue.earchive.search.query;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.kit.identity.CurrentCaller;

/** Search over descriptions of documents, dossiers and holdings. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search", description = "Tìm kiếm: documents, dossiers and holdings by description.")
@RunOnVirtualThread
class SearchResource {

    private final CurrentCaller caller;
    private final SearchDescriptions search;

    SearchResource(CurrentCaller caller, SearchDescriptions search) {
        this.caller = caller;
        this.search = search;
    }

    @GET
    @Operation(
            operationId = "searchDescriptions",
            summary = "Find documents, dossiers and holdings",
            description =
                    "Finds what the caller may see: entries of the caller's own agency; a reader"
                            + " without another role sees open ones only. The agency comes from the"
                            + " token and cannot be chosen. Items with the words as typed come first,"
                            + " then those with the same tones placed otherwise, then other"
                            + " spellings, then the words without accents. A dossier in the archive's"
                            + " custody is found as a holding, by what its files say as well: with"
                            + " snippets, behind what is described so, and as far as the caller may"
                            + " read them. What was registered is found within"
                            + " about a second.")
    @APIResponse(
            responseCode = "200",
            description = "What was found; also when that is nothing.",
            content =
                    @Content(
                            schema = @Schema(implementation = SearchAnswer.class),
                            examples =
                                    @ExampleObject(
                                            name = "byNumber",
                                            value = SearchExamples.FOUND_BY_NUMBER)))
    @APIResponse(
            responseCode = "400",
            description =
                    "INVALID_PARAMETER, UNKNOWN_PARAMETER, or INVALID_CURSOR: the cursor is not ours or"
                            + " belongs to another search.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "unknownParameter",
                                            value = SearchExamples.UNKNOWN_PARAMETER)))
    @APIResponse(
            responseCode = "401",
            description = "UNAUTHENTICATED: no valid access token.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "noToken",
                                            value = SearchExamples.UNAUTHENTICATED)))
    @APIResponse(
            responseCode = "403",
            description = "FORBIDDEN: the role does not read content.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "operator",
                                            value = SearchExamples.FORBIDDEN)))
    @APIResponse(
            responseCode = "503",
            description = "SEARCH_UNAVAILABLE: the search engine does not answer now.",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples =
                                    @ExampleObject(
                                            name = "engineDown",
                                            value = SearchExamples.UNAVAILABLE)))
    public SearchAnswer searchDescriptions(@BeanParam SearchParameters parameters) {
        return search.answer(caller.get(), SearchCriteria.of(parameters), parameters.cursor());
    }
}
