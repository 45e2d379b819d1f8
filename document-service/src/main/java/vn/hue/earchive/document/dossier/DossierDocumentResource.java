package vn.hue.earchive.document.dossier;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.file.DocumentFile;
import vn.hue.earchive.document.file.DocumentFiles;
import vn.hue.earchive.document.register.RegisteredDocument;
import vn.hue.earchive.document.register.RegisteredDocuments;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/dossiers/{id}/documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
@RunOnVirtualThread
class DossierDocumentResource {

    private final FileDocument file;
    private final RemoveDocument remove;
    private final MoveDocument move;
    private final Dossiers dossiers;
    private final RegisteredDocuments documents;
    private final DocumentFiles files;

    DossierDocumentResource(
            FileDocument file,
            RemoveDocument remove,
            MoveDocument move,
            Dossiers dossiers,
            RegisteredDocuments documents,
            DocumentFiles files) {
        this.file = file;
        this.remove = remove;
        this.move = move;
        this.dossiers = dossiers;
        this.documents = documents;
        this.files = files;
    }

    @POST
    @Operation(
            operationId = "fileDocument",
            summary = "File a registered document in an open dossier",
            description = "If-Match is compared when it is given.")
    @APIResponseSchema(value = FilingView.class, responseCode = "201")
    public Response file(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable FileDocumentRequest request) {
        return file.once(id, request, ifMatch, idempotencyKey).toResponse();
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listDossierDocuments",
            summary = "Documents of a dossier in the order of their ordinals")
    public Page<FiledDocumentView> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Dossier dossier = dossiers.require(id);
        int size = Limits.page(limit);
        Page<Filing> page =
                Page.of(
                        dossiers.filings(id, ordinal(cursor), size + 1),
                        size,
                        f -> Cursor.encode(f.ordinal()));
        List<UUID> ids = page.items().stream().map(Filing::documentId).toList();
        Map<UUID, RegisteredDocument> known = ids.isEmpty() ? Map.of() : documents.byId(ids);
        Map<UUID, List<DocumentFile>> filesOf = ids.isEmpty() ? Map.of() : files.ofDocuments(ids);
        return page.map(f ->
                new FiledDocumentView(
                        f.documentId(),
                        f.ordinal(),
                        FileCodes.docCode(dossier.fileCode(), f.ordinal()),
                        f.filedAt(),
                        f.filedBy(),
                        Objects.requireNonNull(known.get(f.documentId()))
                                .description(filesOf.getOrDefault(f.documentId(), List.of()))));
    }

    @DELETE
    @Path("/{documentId}")
    @Operation(operationId = "removeDocument", summary = "Take a document out of an open dossier")
    @APIResponseSchema(value = DossierView.class, responseCode = "200")
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        return DossierResource.changed(remove.remove(id, documentId, ifMatch));
    }

    @POST
    @Path("/{documentId}/move")
    @Operation(
            operationId = "moveDocument",
            summary =
                    "Take a document out of one open dossier and file it in another, with a reason")
    @APIResponseSchema(FilingView.class)
    public Response move(
            @PathParam("id") UUID id,
            @PathParam("documentId") UUID documentId,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            @Nullable MoveDocumentRequest request) {
        return move.once(id, documentId, request, ifMatch, idempotencyKey).toResponse();
    }

    private static int ordinal(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
        }
    }
}
