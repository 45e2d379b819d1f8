package vn.hue.earchive.archive.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.access.ArchiveProblem;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.journal.Audit;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * The upload of packages, for callers: each method is one transaction and sees the caller's agency
 * alone.
 */
@ApplicationScoped
class Packages {

    private static final int MAX_PARTS = 1000;
    private static final long PART_STEP = 1 << 20;

    static final String COLUMNS =
            "id, agency_id, agency_code, version, file_name, sha256, size, part_size, dry_run, state,"
                    + " created_at, created_by, expires_at, completed_at, decided_at, report, problem_code";

    private final Sql sql;
    private final CurrentCaller caller;
    private final Audit audit;
    private final PackageConfig config;
    private final Clock clock;

    Packages(Sql sql, CurrentCaller caller, Audit audit, PackageConfig config, Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A package as the database has it.
     *
     * @param partSize bytes of each part but the last
     * @param report JSON of {@link PackageReport}, null until it is decided
     */
    record Row(
            UUID id,
            UUID agencyId,
            String agencyCode,
            long version,
            @Nullable String fileName,
            String sha256,
            long size,
            long partSize,
            boolean dryRun,
            String state,
            Instant createdAt,
            String createdBy,
            Instant expiresAt,
            @Nullable Instant completedAt,
            @Nullable Instant decidedAt,
            @Nullable String report,
            @Nullable String problemCode) {

        int parts() {
            return Math.toIntExact((size + partSize - 1) / partSize);
        }

        long sizeOf(int number) {
            return number < parts() ? partSize : size - partSize * (parts() - 1);
        }
    }

    /** A part that has arrived. */
    record Part(int number, long size, String sha256) {}

    /** What a caller announces. */
    record Announced(String sha256, long size, @Nullable String fileName, boolean dryRun) {}

    /**
     * @param isNew false when the same bytes were announced before
     */
    record Begun(Row row, boolean isNew) {}

    static Row row(Sql.Row row) throws SQLException {
        return new Row(
                row.id(1),
                row.id(2),
                row.text(3),
                row.number(4),
                row.textOrNull(5),
                row.text(6),
                row.number(7),
                row.number(8),
                row.flag(9),
                row.text(10),
                row.instant(11),
                row.text(12),
                row.instant(13),
                row.instantOrNull(14),
                row.instantOrNull(15),
                row.textOrNull(16),
                row.textOrNull(17));
    }

    /**
     * Begins an upload; the same bytes of the same agency are the same package, whoever sends them
     * and however often.
     *
     * @throws Problem TOO_MANY_PACKAGES when too many of the agency are under way
     */
    @Transactional
    Begun begin(Announced announced) {
        Caller who = caller.get();
        Optional<Row> known = find(who, announced);
        if (known.isPresent()) {
            return new Begun(known.get(), false);
        }
        long open =
                sql.first(
                                "SELECT count(*) FROM sip_package WHERE agency_id = ?"
                                        + " AND state IN ('UPLOADING', 'QUEUED')",
                                row -> row.number(1),
                                who.agencyId())
                        .orElse(0L);
        if (open >= config.maxOpen()) {
            throw new Problem(ArchiveProblem.TOO_MANY_PACKAGES, open);
        }
        UUID id = Ids.next();
        Instant now = now();
        int inserted =
                sql.update(
                        """
                        INSERT INTO sip_package (id, agency_id, agency_code, file_name, sha256, size, part_size,
                                                 dry_run, state, created_at, created_by, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'UPLOADING', ?, ?, ?)
                        ON CONFLICT (agency_id, sha256, size, dry_run) WHERE state <> 'EXPIRED' DO NOTHING\
                        """,
                        id,
                        who.agencyId(),
                        who.agencyCode(),
                        announced.fileName(),
                        announced.sha256(),
                        announced.size(),
                        partSize(announced.size()),
                        announced.dryRun(),
                        now,
                        who.username(),
                        now.plus(config.uploadWithin()));
        return new Begun(find(who, announced).orElseThrow(), inserted == 1);
    }

    private Optional<Row> find(Caller who, Announced announced) {
        return sql.first(
                "SELECT "
                        + COLUMNS
                        + " FROM sip_package WHERE agency_id = ? AND sha256 = ? AND size = ?"
                        + " AND dry_run = ? AND state <> 'EXPIRED'",
                Packages::row,
                who.agencyId(),
                announced.sha256(),
                announced.size(),
                announced.dryRun());
    }

    private long partSize(long size) {
        long least = Math.max(config.partBytes(), (size + MAX_PARTS - 1) / MAX_PARTS);
        return least == config.partBytes()
                ? least
                : (least + PART_STEP - 1) / PART_STEP * PART_STEP;
    }

    /**
     * @throws Problem NOT_FOUND when there is none, or when it is another agency's
     */
    @Transactional
    Row get(UUID id) {
        return find(id, "");
    }

    private Row find(UUID id, String lock) {
        return sql.first(
                        "SELECT "
                                + COLUMNS
                                + " FROM sip_package WHERE id = ? AND agency_id = ?"
                                + lock,
                        Packages::row,
                        id,
                        caller.get().agencyId())
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    /** The parts that have arrived, in their order. */
    @Transactional
    List<Part> parts(UUID id) {
        return sql.list(
                "SELECT number, size, sha256 FROM sip_package_part WHERE package_id = ? ORDER BY number",
                row -> new Part(row.integer(1), row.number(2), row.text(3)),
                id);
    }

    /** A part has arrived whole; one that was sent before is replaced. */
    @Transactional
    void arrived(UUID id, Part part) {
        Row row = find(id, " FOR UPDATE");
        requireUploading(row);
        sql.update(
                """
                INSERT INTO sip_package_part (package_id, number, agency_id, size, sha256, stored_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (package_id, number) DO UPDATE
                SET size = excluded.size, sha256 = excluded.sha256, stored_at = excluded.stored_at\
                """,
                id,
                part.number(),
                row.agencyId(),
                part.size(),
                part.sha256(),
                now());
    }

    static void requireUploading(Row row) {
        if (!row.state().equals("UPLOADING")) {
            throw new Problem(ArchiveProblem.PACKAGE_NOT_OPEN, row.state());
        }
    }

    /**
     * All parts are there: the package waits to be read. Repeated, it changes nothing.
     *
     * @throws Problem PACKAGE_INCOMPLETE with the numbers of missing parts
     */
    @Transactional
    Row complete(UUID id) {
        Row row = find(id, " FOR UPDATE");
        if (!row.state().equals("UPLOADING")) {
            if (row.state().equals("EXPIRED")) {
                throw new Problem(ArchiveProblem.PACKAGE_NOT_OPEN, row.state());
            }
            return row;
        }
        List<Integer> there = parts(id).stream().map(Part::number).toList();
        List<String> missing = new ArrayList<>();
        for (int number = 1; number <= row.parts() && missing.size() < 20; number++) {
            if (!there.contains(number)) {
                missing.add(Integer.toString(number));
            }
        }
        if (!missing.isEmpty()) {
            throw new Problem(ArchiveProblem.PACKAGE_INCOMPLETE, String.join(", ", missing));
        }
        Instant now = now();
        sql.update(
                """
                UPDATE sip_package SET state = 'QUEUED', version = version + 1, completed_at = ?, next_attempt_at = ?
                WHERE id = ?\
                """,
                now,
                now,
                id);
        audit.append(
                row.agencyId(),
                "package.submit",
                "package",
                id,
                row.version() + 1,
                Map.of("sha256", row.sha256(), "size", row.size(), "dryRun", row.dryRun()));
        return get(id);
    }

    /** One row more than asked for, newest first. */
    @Transactional
    List<Row> page(@Nullable Instant before, @Nullable UUID beforeId, int limit) {
        return sql.list(
                "SELECT "
                        + COLUMNS
                        + " FROM sip_package WHERE agency_id = ?"
                        + (before == null ? "" : " AND (created_at, id) < (?, ?)")
                        + " ORDER BY created_at DESC, id DESC LIMIT "
                        + (limit + 1),
                Packages::row,
                before == null
                        ? new Object[] {caller.get().agencyId()}
                        : new Object[] {caller.get().agencyId(), before, beforeId});
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
