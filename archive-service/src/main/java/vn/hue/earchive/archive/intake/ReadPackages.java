package vn.hue.earchive.archive.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.sip.SipFinding;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.identity.Role;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;
import vn.hue.earchive.kit.rest.Cursor;
import vn.hue.earchive.kit.rest.Limits;
import vn.hue.earchive.kit.rest.Page;

/** What a caller is told about packages. */
@ApplicationScoped
class ReadPackages {

    private static final Set<Role> SUBMITTERS = Set.of(Role.AGENCY_ARCHIVIST, Role.INTEGRATION);

    private final Packages packages;
    private final PackageQueue queue;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    ReadPackages(Packages packages, PackageQueue queue, CurrentCaller caller, ObjectMapper json) {
        this.packages = packages;
        this.queue = queue;
        this.caller = caller;
        this.json = json;
    }

    Page<PackageView> list(@Nullable Integer limit, @Nullable String cursor, Locale locale) {
        int size = Limits.page(limit);
        Instant before = null;
        UUID beforeId = null;
        if (cursor != null) {
            List<String> keys = Cursor.decode(cursor, 2);
            try {
                before = Instant.parse(keys.get(0));
                beforeId = UUID.fromString(keys.get(1));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new Problem(CommonProblem.INVALID_CURSOR).causedBy(e);
            }
        }
        return Page.of(
                        packages.page(before, beforeId, size),
                        size,
                        last -> Cursor.encode(last.createdAt(), last.id()))
                .map(row -> view(row, List.of(), null, locale));
    }

    /** One package with everything that is known of it. */
    PackageView get(Packages.Row row, Locale locale) {
        boolean uploading = row.state().equals("UPLOADING");
        // How many wait is told of all agencies, what waits of none.
        Long ahead =
                row.state().equals("QUEUED")
                        ? JobScope.transaction("packages", () -> queue.ahead(row.completedAt()))
                        : null;
        return view(row, uploading ? packages.parts(row.id()) : List.of(), ahead, locale);
    }

    private PackageView view(
            Packages.Row row, List<Packages.Part> parts, @Nullable Long ahead, Locale locale) {
        boolean uploading = row.state().equals("UPLOADING");
        PackageReport report = row.report() == null ? null : read(row.report());
        boolean submits = uploading && caller.get().isAnyOf(SUBMITTERS);
        return new PackageView(
                row.id(),
                row.state(),
                row.fileName(),
                row.sha256(),
                row.size(),
                row.dryRun(),
                row.partSize(),
                row.parts(),
                uploading ? parts.stream().map(Packages.Part::number).toList() : null,
                row.createdBy(),
                row.createdAt(),
                uploading ? row.expiresAt() : null,
                ahead,
                row.decidedAt(),
                row.state().equals("RECEIVED") ? row.id() : null,
                report == null ? null : findings(report.findings(), locale),
                report == null
                        ? null
                        : report.dossiers().stream().map(each -> view(each, locale)).toList(),
                row.problemCode(),
                submits ? List.of("putPackagePart", "completePackage") : List.of());
    }

    private static PackageView.DossierView view(PackageReport.Dossier dossier, Locale locale) {
        DossierReport checks = dossier.checks();
        boolean refused = !dossier.findings().isEmpty() || (checks != null && checks.refuses());
        return new PackageView.DossierView(
                dossier.root(),
                dossier.dossierId(),
                dossier.fileCode(),
                dossier.repealedForm(),
                refused ? "REFUSED" : "TAKEN",
                findings(dossier.findings(), locale),
                checks == null ? null : checks.checks(),
                checks == null ? null : ReadIntakes.findings(checks, locale));
    }

    private static List<PackageView.FindingView> findings(
            List<SipFinding> findings, Locale locale) {
        return findings.stream()
                .map(finding ->
                        new PackageView.FindingView(
                                finding.code(), finding.path(), FindingTexts.text(finding, locale)))
                .toList();
    }

    private PackageReport read(String report) {
        try {
            return json.readValue(report, PackageReport.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored report is not readable", e);
        }
    }
}
