package vn.hue.earchive.document.codelist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/code-lists")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Code lists")
@RunOnVirtualThread
class CodeListResource {

    private final CodeLists lists;

    CodeListResource(CodeLists lists) {
        this.lists = lists;
    }

    @GET
    @Path("/{name}")
    @Transactional
    @Operation(operationId = "getCodeList", summary = "Codes of one list with their labels")
    public Page<CodeView> get(@PathParam("name") String name) {
        List<CodeListEntry> entries = lists.entries(name);
        if (entries.isEmpty()) {
            throw new Problem(CommonProblem.NOT_FOUND);
        }
        return new Page<>(entries.stream().map(CodeListEntry::view).toList(), null);
    }
}
