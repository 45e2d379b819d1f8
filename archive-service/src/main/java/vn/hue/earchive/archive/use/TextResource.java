package vn.hue.earchive.archive.use;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.events.HoldingText;
import vn.hue.earchive.archive.text.ReadTexts;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** What the files of the holdings say, as text. */
@Path("/v1/holdings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Use", description = "Khai thác: the bytes of a holding")
@RunOnVirtualThread
class TextResource {

    private static final String EXAMPLE =
            """
            {"fileId":"01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff","state":"TEXT","pages":3,"items":[{"page":1,"source":"OCR","text":"ỦY BAN NHÂN DÂN\\nTHÀNH PHỐ HUẾ …"}]}
            """;

    private final ReadContent reads;
    private final ReadTexts texts;

    TextResource(ReadContent reads, ReadTexts texts) {
        this.reads = reads;
        this.texts = texts;
    }

    @GET
    @Path("/{id}/files/{fileId}/text")
    @Operation(
            operationId = "readHoldingFileText",
            summary = "What a file says, page by page",
            description =
                    "The text of the file as far as it could be read: its own, or recognised in its"
                            + " pictures (OCR), which errs. For reading and finding, never as proof:"
                            + " the file is what is preserved. Who may read the file may read its"
                            + " text, and every read leaves an audit entry.")
    @APIResponse(
            responseCode = "200",
            description = "Pages with text; none while state is WAITING",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TextView.class),
                            examples = @ExampleObject(name = "recognised", value = EXAMPLE)))
    @APIResponse(responseCode = "400", description = "INVALID_CURSOR, INVALID_PARAMETER")
    @APIResponse(responseCode = "403", description = "CONDITIONAL_ACCESS, FORBIDDEN")
    @APIResponse(responseCode = "404", description = "NOT_FOUND: none, or another agency's")
    @APIResponse(responseCode = "503", description = "STORE_UNAVAILABLE")
    public TextView text(
            @Parameter(
                            description = "Id of the holding",
                            example = "01936f2b-1111-7222-8333-444455556666")
                    @PathParam("id")
                    UUID id,
            @Parameter(
                            description = "Id of the file",
                            example = "01936f2a-aaaa-7bbb-8ccc-ddddeeeeffff")
                    @PathParam("fileId")
                    UUID fileId,
            @Parameter(description = "Pages per answer, 1 to 200; 50 when absent", example = "50")
                    @QueryParam("limit")
                    @Nullable Integer limit,
            @Parameter(description = "next of the answer before") @QueryParam("cursor")
                    @Nullable String cursor) {
        int size = Limits.page(limit);
        int from = cursor == null ? 1 : page(cursor);
        ReadHoldings.Content content = reads.describe(id, fileId);
        ReadTexts.Known known = reads.readText(id, fileId, content);
        if (known == null) {
            return new TextView(fileId, "WAITING", 0, null, List.of(), null);
        }
        Page<HoldingText.Page> pages =
                Page.of(
                        known.key() == null ? List.of() : texts.pages(known.key(), from, size + 1),
                        size,
                        last -> Cursor.encode(last.page() + 1));
        return new TextView(
                fileId,
                known.state().name(),
                known.pages(),
                known.problem(),
                pages.items(),
                pages.next());
    }

    private static int page(String cursor) {
        try {
            return Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }

    /** The text of a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "HoldingFileText")
    record TextView(
            UUID fileId,
            @Schema(
                            enumeration = {
                                "WAITING",
                                "TEXT",
                                "EMPTY",
                                "NO_OCR",
                                "UNSUPPORTED",
                                "TOO_LARGE",
                                "FAILED"
                            },
                            description =
                                    "WAITING: not looked into yet; the others as in the holding")
                    String state,
            @Schema(description = "Pages of the file") int pages,
            @Schema(description = "Why there is not all of it, as in the holding")
                    @Nullable String problem,
            List<HoldingText.Page> items,
            @Nullable String next) {}
}
