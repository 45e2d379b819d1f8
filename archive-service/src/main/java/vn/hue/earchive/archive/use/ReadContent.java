package vn.hue.earchive.archive.use;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.access.HoldingAccess;
import vn.hue.earchive.archive.access.HoldingAccess.Action;
import vn.hue.earchive.archive.custody.ReadHoldings;
import vn.hue.earchive.archive.text.ReadTexts;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Permits a read of content and writes it into the audit trail, in one transaction that is
 * committed before the first byte leaves. Who asks for a part has read; what was only asked about
 * (a HEAD, an unchanged ETag) has not been.
 */
@ApplicationScoped
class ReadContent {

    private final ReadHoldings holdings;
    private final ReadTexts texts;
    private final CurrentCaller caller;
    private final Audit audit;

    ReadContent(ReadHoldings holdings, ReadTexts texts, CurrentCaller caller, Audit audit) {
        this.holdings = holdings;
        this.texts = texts;
        this.caller = caller;
        this.audit = audit;
    }

    /**
     * @throws Problem NOT_FOUND when there is none or it is another agency's, CONDITIONAL_ACCESS
     *     when the caller's role does not read it
     */
    @Transactional
    ReadHoldings.Content describe(UUID holdingId, UUID fileId) {
        ReadHoldings.Content content =
                holdings.content(holdingId, fileId)
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        require(Action.READ_CONTENT, content.accessMode());
        return content;
    }

    /** Notes that the caller reads the file. */
    @Transactional
    void noteRead(UUID holdingId, ReadHoldings.Content content) {
        audit.append(
                content.agencyId(),
                "readHoldingFile",
                "holding",
                holdingId,
                content.version(),
                Map.of(
                        "fileId", content.slice().fileId(),
                        "docCode", content.docCode(),
                        "sha256", content.slice().sha256()));
    }

    /**
     * Notes that the caller reads what the file says; null, and nothing is noted, while that is not
     * known.
     */
    @Transactional
    ReadTexts.@Nullable Known readText(UUID holdingId, UUID fileId, ReadHoldings.Content content) {
        ReadTexts.Known known = texts.find(holdingId, fileId).orElse(null);
        if (known != null && known.key() != null) {
            noteRead(holdingId, content);
        }
        return known;
    }

    /** As {@link #describe}, for the whole package. */
    @Transactional
    ReadHoldings.Pack describePackage(UUID holdingId) {
        ReadHoldings.Pack pack =
                holdings.pack(holdingId).orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
        require(Action.EXPORT_PACKAGE, pack.accessMode());
        return pack;
    }

    /** Notes that the caller takes the package away. */
    @Transactional
    void noteExport(UUID holdingId, ReadHoldings.Pack pack) {
        audit.append(
                pack.agencyId(),
                "exportHoldingPackage",
                "holding",
                holdingId,
                pack.version(),
                Map.of("aipId", pack.aipId(), "sha256", pack.sha256()));
    }

    private void require(Action action, String accessMode) {
        if (!HoldingAccess.permits(caller.get(), action, accessMode)) {
            throw new Problem(ArchiveProblem.CONDITIONAL_ACCESS);
        }
    }
}
