package vn.hue.earchive.document.handling;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
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
import vn.hue.earchive.document.incoming.IncomingDocuments;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.ETags;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/incoming-documents/{id}/handling")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Handling")
@RunOnVirtualThread
class HandlingResource {

    private final IncomingDocuments documents;
    private final Handlings handlings;
    private final ChangeHandling change;

    HandlingResource(IncomingDocuments documents, Handlings handlings, ChangeHandling change) {
        this.documents = documents;
        this.handlings = handlings;
        this.change = change;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getHandling",
            summary = "Who has an incoming document, until when, and what may be done with it")
    @APIResponseSchema(HandlingView.class)
    public Response get(@PathParam("id") UUID id) {
        RegisteredDocument document = documents.require(id);
        HandlingView view = change.view(document, handlings.of(document));
        return Response.ok(view).tag(ETags.of(view.version())).build();
    }

    @GET
    @Path("/entries")
    @Transactional
    @Operation(operationId = "listHandlingEntries", summary = "The trace of handling, oldest first")
    public Page<HandlingEntryView> entries(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        documents.require(id);
        int size = Limits.page(limit);
        return Page.of(
                        handlings.entries(id, cursor == null ? null : entry(cursor), size + 1),
                        size,
                        e -> Cursor.encode(e.id()))
                .map(HandlingEntry::view);
    }

    private static UUID entry(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
