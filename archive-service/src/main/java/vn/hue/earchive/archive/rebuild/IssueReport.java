package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.hue.earchive.archive.custody.KeptObjects;
import vn.hue.earchive.archive.custody.PaperRecord;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ArchiveObjects;
import vn.hue.earchive.archive.store.StoreInspection;
import vn.hue.earchive.archive.store.StoredObject;
import vn.hue.earchive.archive.store.VersionNote;
import vn.hue.earchive.kit.journal.Audit;

/**
 * The report of a rebuild: what was found, and for each table whether stores and database say the
 * same. It is kept as a paper in the archive stores, in all copies, and its digest is told; nobody
 * changes it afterwards without being found out.
 */
@ApplicationScoped
class IssueReport {

    private final RebuildRuns runs;
    private final Sql sql;
    private final ArchiveObjects objects;
    private final StoreInspection stores;
    private final KeptObjects kept;
    private final Audit audit;
    private final ObjectMapper json;

    IssueReport(
            RebuildRuns runs,
            Sql sql,
            ArchiveObjects objects,
            StoreInspection stores,
            KeptObjects kept,
            Audit audit,
            ObjectMapper json) {
        this.runs = runs;
        this.sql = sql;
        this.objects = objects;
        this.stores = stores;
        this.kept = kept;
        this.audit = audit;
        this.json = json;
    }

    /** Report as it lies in the stores; the same for every attempt to write it. */
    private record Report(
            String form,
            UUID rebuildId,
            String mode,
            Instant requestedAt,
            List<String> stores,
            long objects,
            long packages,
            long papers,
            long files,
            long findings,
            Map<String, Long> findingsByKind,
            boolean equal,
            List<RebuildViews.Table> tables) {}

    private record Sums(long objects, long packages, long papers, long files, long findings) {}

    /** What was written, before it is noted. */
    record Written(StoredObject paper, String sha256, boolean equal, long findings) {}

    /** What the report says; for {@link #write}. */
    record Draft(String json, boolean equal, long findings) {}

    @Transactional
    Draft draft(Run run) {
        Sums sums =
                sql.first(
                                "SELECT objects, packages, papers, records, findings FROM archive_rebuild WHERE id = ?",
                                row ->
                                        new Sums(
                                                row.number(1),
                                                row.number(2),
                                                row.number(3),
                                                row.number(4),
                                                row.number(5)),
                                run.id())
                        .orElseThrow();
        Map<String, TableCount> counts = runs.counts(run.id());
        Map<String, Long> kinds = new java.util.TreeMap<>();
        sql.list(
                "SELECT kind, count(*) FROM rebuild_finding WHERE rebuild_id = ? GROUP BY kind",
                row -> kinds.put(row.text(1), row.number(2)),
                run.id());
        boolean equal =
                ShadowTable.ALL_TABLES.stream()
                        .filter(ShadowTable::isCompared)
                        .allMatch(table -> tableCount(counts, table).isEqual());
        Report report =
                new Report(
                        "urn:earchive:rebuild-report:1",
                        run.id(),
                        run.restores() ? "RESTORE" : "COMPARE",
                        run.requestedAt(),
                        stores.stores(),
                        sums.objects(),
                        sums.packages(),
                        sums.papers(),
                        sums.files(),
                        sums.findings(),
                        kinds,
                        equal,
                        counts.entrySet().stream()
                                .map(each -> each.getValue().view(each.getKey()))
                                .toList());
        return new Draft(text(report), equal, sums.findings());
    }

    private static TableCount tableCount(Map<String, TableCount> counts, ShadowTable table) {
        return Objects.requireNonNull(counts.get(table.name()));
    }

    /**
     * Writes it into the stores; repeatable.
     *
     * @throws vn.hue.earchive.kit.problem.Problem when no store takes it
     */
    Written write(Run run, Draft draft) {
        byte[] report = draft.json().getBytes(StandardCharsets.UTF_8);
        PaperRecord paper =
                new PaperRecord(
                        PaperRecord.FORM, run.agencyId(), run.requestedAt(), Map.of(), null);
        StoredObject stored =
                objects.write(
                        "urn:earchive:rebuild:" + run.id(),
                        1,
                        new VersionNote(
                                "Report of rebuild " + run.id(),
                                "archive-service",
                                "urn:earchive:archive-service",
                                run.requestedAt()),
                        Map.of(
                                "report.json",
                                report,
                                PaperRecord.FILE,
                                text(paper).getBytes(StandardCharsets.UTF_8)));
        return new Written(stored, sha256(report), draft.equal(), draft.findings());
    }

    /** Ends the rebuild with it. */
    @Transactional
    void note(Run run, Written written) {
        String status = written.equal() && written.findings() == 0 ? "succeeded" : "partially";
        runs.finish(run, status, written.paper().objId(), written.sha256());
        kept.keepPaper(run.agencyId(), written.paper(), run.requestedAt());
        audit.append(
                run.agencyId(),
                "archive.rebuild",
                "rebuild",
                run.id(),
                2,
                Map.of(
                        "status", status,
                        "report", written.paper().objId(),
                        "reportSha256", written.sha256()));
    }

    private String text(Object value) {
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written as JSON", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
