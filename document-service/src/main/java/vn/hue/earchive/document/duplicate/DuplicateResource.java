package vn.hue.earchive.document.duplicate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.text.VietnameseText;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.rest.Page;

@Path("/v1/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Registers")
@RunOnVirtualThread
class DuplicateResource {

    private final FindDuplicates find;
    private final CurrentCaller caller;

    DuplicateResource(FindDuplicates find, CurrentCaller caller) {
        this.find = find;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "findDuplicates",
            summary = "Documents that the agency seems to have already",
            description =
                    "By number and notation with the issuer or the date, and by the SHA-256 of a"
                            + " file; at most 20, the most alike first. Without parameters, none.")
    public Page<DuplicateView> find(
            @QueryParam("number") @Nullable String number,
            @QueryParam("notation") @Nullable String notation,
            @QueryParam("issuerName") @Nullable String issuerName,
            @QueryParam("issuedDate") @Nullable LocalDate issuedDate,
            @QueryParam("sha256") @Nullable String sha256) {
        FindDuplicates.Wanted wanted =
                new FindDuplicates.Wanted(
                        number == null || notation == null
                                ? null
                                : DocumentNumber.keyOf(number + "/" + notation),
                        issuerName == null ? null : VietnameseText.fold(issuerName),
                        issuedDate,
                        sha256 == null ? List.of() : List.of(sha256.toLowerCase(Locale.ROOT)));
        return new Page<>(find.views(find.of(caller.get().agencyId(), wanted)), null);
    }
}
