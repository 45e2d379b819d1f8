package vn.hue.earchive.document.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/unfiled-documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Inbox")
@RunOnVirtualThread
class UnfiledDocumentResource {

    private final Unfiled unfiled;
    private final UnfiledViews views;
    private final FileUnfiled file;

    UnfiledDocumentResource(Unfiled unfiled, UnfiledViews views, FileUnfiled file) {
        this.unfiled = unfiled;
        this.views = views;
        this.file = file;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listUnfiledDocuments",
            summary = "Documents that no dossier holds, newest first, with suggested dossiers",
            description =
                    "A suggestion says why: a document that is named, words of the title, a"
                            + " document like it, issuer, type. Nothing is filed by it.")
    public Page<UnfiledDocumentView> list(
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        if (direction != null && !List.of("INCOMING", "OUTGOING").contains(direction)) {
            throw new Problem(CommonProblem.INVALID_PARAMETER, "direction");
        }
        int size = Limits.page(limit);
        Page<UUID> page =
                Page.of(
                        unfiled.page(cursor == null ? null : before(cursor), direction, size + 1),
                        size,
                        Cursor::encode);
        return new Page<>(views.of(page.items()), page.next());
    }

    @POST
    @Path("/filings")
    @Operation(
            operationId = "fileUnfiledDocuments",
            summary = "File up to 100 documents, each in its dossier; every one has its own result")
    @APIResponseSchema(BulkFilingView.class)
    public Response file(
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable FileUnfiledRequest request) {
        return file.once(request, idempotencyKey).toResponse();
    }

    private static UUID before(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
