package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.custody.CopiesPolicy;
import vn.hue.earchive.archive.custody.CustodyRecord;
import vn.hue.earchive.archive.custody.CustodyVersions;
import vn.hue.earchive.archive.custody.KeptObjects;
import vn.hue.earchive.archive.custody.PaperRecord;
import vn.hue.earchive.archive.custody.TakeCustody;
import vn.hue.earchive.archive.rebuild.ReadChunks.Item;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ReadBackObject;
import vn.hue.earchive.kit.journal.Journal;

/**
 * Writes into the shadow what was read from the stores, by the same code that takes custody, in one
 * transaction with the note how far it is.
 */
@ApplicationScoped
class WriteChunk {

    // A copy that was complete so soon after the acceptance was made by it.
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    private final RebuildRuns runs;
    private final Shadow shadow;
    private final Sql sql;
    private final EntityManager entities;
    private final TakeCustody custody;
    private final CustodyVersions versions;
    private final KeptObjects kept;
    private final CopiesPolicy policy;
    private final Journal journal;

    WriteChunk(
            RebuildRuns runs,
            Shadow shadow,
            Sql sql,
            EntityManager entities,
            TakeCustody custody,
            CustodyVersions versions,
            KeptObjects kept,
            CopiesPolicy policy,
            Journal journal) {
        this.runs = runs;
        this.shadow = shadow;
        this.sql = sql;
        this.entities = entities;
        this.custody = custody;
        this.versions = versions;
        this.kept = kept;
        this.policy = policy;
        this.journal = journal;
    }

    private static final class Sum {
        private int objects;
        private int packages;
        private int papers;
        private int records;
        private int findings;
        private final Set<JsonNode> written = new HashSet<>();
    }

    /**
     * @throws RebuildRuns.Overtaken when another worker goes on; nothing was changed
     */
    @Transactional
    void write(Run run, List<Item> items) {
        Sum sum = new Sum();
        Set<UUID> undecided = undecided(items);
        shadow.enter();
        // What is written is not asked for before it is flushed below.
        entities.setFlushMode(FlushModeType.COMMIT);
        for (Item item : items) {
            write(run, item, undecided, sum);
        }
        note(run, items, sum);
    }

    /** Notes that what one object says cannot be written. */
    @Transactional
    void refuse(Run run, Item item, String why) {
        Sum sum = new Sum();
        sum.objects = 1;
        find(run, sum, "REFUSED", item.object().place(), null, why);
        note(run, List.of(item), sum);
    }

    private void note(Run run, List<Item> items, Sum sum) {
        runs.read(
                run,
                items.getLast().object().place(),
                new RebuildRuns.Read(
                        sum.objects, sum.packages, sum.papers, sum.records, sum.findings));
    }

    private void write(Run run, Item item, Set<UUID> undecided, Sum sum) {
        for (ReadBackObject.Damage damage : item.object().damages()) {
            find(
                    run,
                    sum,
                    item.object() instanceof ReadBackObject.Unreadable
                            ? "UNREADABLE"
                            : "DAMAGED_COPY",
                    item.object().place(),
                    damage.store(),
                    damage.what());
        }
        switch (item.object()) {
            case ReadBackObject.FoundPackage found ->
                    write(run, found, item.custody(), undecided, sum);
            case ReadBackObject.FoundPaper found -> write(run, found, item.paper(), undecided, sum);
            case ReadBackObject.Unreadable found -> sum.objects++;
            case ReadBackObject.Leftover found -> {}
        }
    }

    private void write(
            Run run,
            ReadBackObject.FoundPackage found,
            @Nullable CustodyRecord record,
            Set<UUID> undecided,
            Sum sum) {
        if (record == null) {
            sum.objects++;
            find(run, sum, "NO_RECORD", found.place(), null, found.aip().objId());
            return;
        }
        if (!record.acceptedAt().isBefore(run.requestedAt())
                || undecided.contains(intakeDossier(record))) {
            return; // of the living intake, which goes on meanwhile
        }
        sum.objects++;
        UUID dossierId = record.dossier().description().dossierId();
        if (custody.holds(dossierId)) {
            find(run, sum, "TWICE", found.place(), null, "holding " + dossierId);
            return;
        }
        if (record.agency() != null) {
            agency(record.agency(), sum);
        }
        // All dossiers of a submission say the same of it.
        if (sum.written.add(record.intake())) {
            shadow.write("intake", record.intake());
        }
        shadow.write("intake_dossier", record.intakeDossier());
        // Its facts have the versions that they had, whatever was told later.
        long known = versions.told(dossierId);
        sql.update("DELETE FROM rebuilt.custody_version WHERE dossier_id = ?", dossierId);
        versions.resume(dossierId, record.agencyId(), record.toldBefore());
        custody.accept(
                record.acceptance(found.aip()), record.acceptedAt(), replicatedAt(record, found));
        versions.resume(dossierId, record.agencyId(), known);
        inventories(found.aip().objId(), found.inventories());
        entities.flush();
        entities.clear();
        sum.packages++;
        sum.records += found.aip().files().size();
    }

    private void write(
            Run run,
            ReadBackObject.FoundPaper found,
            @Nullable PaperRecord record,
            Set<UUID> undecided,
            Sum sum) {
        if (record != null
                && (!record.keptAt().isBefore(run.requestedAt())
                        || intakeDossiers(record).anyMatch(undecided::contains))) {
            return; // of the living archive, which goes on meanwhile
        }
        sum.objects++;
        if (record == null) {
            find(run, sum, "NO_RECORD", found.place(), null, found.paper().objId());
            return;
        }
        kept.keepPaper(record.agencyId(), found.paper(), record.keptAt());
        inventories(found.paper().objId(), found.inventories());
        Map<String, List<JsonNode>> rows = record.rows();
        for (ShadowTable table : ShadowTable.ALL_TABLES) {
            for (JsonNode row : rows.getOrDefault(table.name(), List.of())) {
                switch (table.name()) {
                    case "agency" -> agency(row, sum);
                    case "custody_version" ->
                            versions.resume(
                                    UUID.fromString(row.path("dossier_id").asText()),
                                    UUID.fromString(row.path("agency_id").asText()),
                                    row.path("version").asLong());
                    default -> shadow.write(table.name(), row);
                }
            }
        }
        if (record.returned() != null) {
            journal.record(record.returned(), "dossier.return", "holding", Map.of());
        }
        sum.papers++;
    }

    /** The newest that any object knows. */
    private void agency(JsonNode row, Sum sum) {
        if (!sum.written.add(row)) {
            return;
        }
        sql.update(
                "DELETE FROM rebuilt.agency WHERE agency_id = ?::uuid AND version < ?",
                row.path("agency_id").asText(),
                row.path("version").asLong());
        shadow.write("agency", row);
    }

    private void inventories(String objectId, List<String> digests) {
        if (digests.size() > 1) {
            entities.flush();
            sql.update(
                    "UPDATE rebuilt.kept_object SET inventories = ? WHERE object_id = ?",
                    digests,
                    objectId);
        }
    }

    /** By the stores' own clocks, where a copy that is required was made later. */
    private Instant replicatedAt(CustodyRecord record, ReadBackObject.FoundPackage found) {
        int required = policy.required(record.dossier().description().retention().code());
        List<Instant> complete = found.completeSince().values().stream().sorted().toList();
        if (complete.size() < required) {
            return record.acceptedAt();
        }
        Instant last = complete.get(required - 1);
        return last.isAfter(record.acceptedAt().plus(AT_ONCE)) ? last : record.acceptedAt();
    }

    /** Dossiers of these packages that the intake has not decided over yet. */
    private Set<UUID> undecided(List<Item> items) {
        List<String> ids = new ArrayList<>();
        for (Item item : items) {
            if (item.custody() != null) {
                ids.add(intakeDossier(item.custody()).toString());
            }
            if (item.paper() != null) {
                intakeDossiers(item.paper()).map(UUID::toString).forEach(ids::add);
            }
        }
        return new HashSet<>(
                sql.list(
                        "SELECT id FROM public.intake_dossier WHERE id = ANY(?::uuid[]) AND decided_at IS NULL",
                        row -> row.id(1),
                        ids));
    }

    private static Stream<UUID> intakeDossiers(PaperRecord record) {
        return record.rows().getOrDefault("intake_dossier", List.of()).stream()
                .map(row -> UUID.fromString(row.path("id").asText()));
    }

    private static UUID intakeDossier(CustodyRecord record) {
        return UUID.fromString(record.intakeDossier().path("id").asText());
    }

    private void find(
            Run run, Sum sum, String kind, String place, @Nullable String store, String detail) {
        runs.finding(run, kind, place, store, detail);
        sum.findings++;
    }
}
