package vn.hue.earchive.archive.rebuild;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import vn.hue.earchive.archive.events.DossierReturned;
import vn.hue.earchive.archive.rebuild.ReadChunks.Item;
import vn.hue.earchive.archive.rebuild.RebuildRuns.Run;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ReadBackObject;
import vn.hue.earchive.kit.journal.Journal;

/**
 * Writes into the shadow what was read from the stores, by the same code that takes custody. What a
 * step that was broken off has written already is found written: a step may be done again.
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

    /** What one transaction writes: what it counted, and what is written at its end. */
    private static final class Work {
        private final Run run;
        private final Map<String, String> held;
        private final Set<JsonNode> shared;
        private final List<JsonNode> intakeDossiers = new ArrayList<>();
        private int objects;
        private int packages;
        private int papers;
        private int records;
        private int findings;

        private Work(Run run, Map<String, String> held, Set<JsonNode> shared) {
            this.run = run;
            this.held = held;
            this.shared = new HashSet<>(shared);
        }

        private RebuildRuns.Read sum() {
            return new RebuildRuns.Read(objects, packages, papers, records, findings);
        }
    }

    /**
     * Those that are to be written: what the living archive has at work is left to it.
     *
     * @throws RebuildRuns.Overtaken when another worker goes on
     */
    @Transactional
    List<Item> due(Run run, List<Item> items) {
        runs.hold(run);
        Set<UUID> undecided = undecided(items);
        return items.stream().filter(item -> isDue(run, item, undecided)).toList();
    }

    private static boolean isDue(Run run, Item item, Set<UUID> undecided) {
        if (item.custody() != null) {
            return item.custody().acceptedAt().isBefore(run.requestedAt())
                    && !undecided.contains(intakeDossier(item.custody()));
        }
        PaperRecord paper = item.paper();
        return paper == null
                || (paper.keptAt().isBefore(run.requestedAt())
                        && intakeDossiers(paper).noneMatch(undecided::contains));
    }

    /**
     * Writes the rows that many dossiers speak of, in the same order whoever writes them.
     *
     * @param known rows that were written before
     * @return those that are written now
     */
    @Transactional
    Set<JsonNode> shared(Run run, List<Item> due, Set<JsonNode> known) {
        runs.hold(run);
        shadow.enter();
        Set<JsonNode> agencies = new LinkedHashSet<>();
        Set<JsonNode> intakes = new LinkedHashSet<>();
        for (Item item : due) {
            CustodyRecord record = item.custody();
            if (record != null) {
                if (record.agency() != null) {
                    agencies.add(record.agency());
                }
                intakes.add(record.intake());
            }
        }
        agencies.removeAll(known);
        intakes.removeAll(known);
        agencies.forEach(this::agency);
        shadow.write("intake", intakes);
        agencies.addAll(intakes);
        return agencies;
    }

    /**
     * Writes objects of which no other transaction at the same time has one of the same dossier.
     *
     * @param shared rows that are written already
     * @throws RebuildRuns.Overtaken when another worker goes on; nothing was changed
     */
    @Transactional
    RebuildRuns.Read write(Run run, List<Item> items, Set<JsonNode> shared) {
        runs.hold(run);
        shadow.enter();
        // What is written is not asked for before it is flushed below.
        entities.setFlushMode(FlushModeType.COMMIT);
        Work work = new Work(run, held(items), shared);
        for (Item item : items) {
            write(work, item);
        }
        shadow.write("intake_dossier", work.intakeDossiers);
        return work.sum();
    }

    /** Notes that what one object says cannot be written. */
    @Transactional
    RebuildRuns.Read refuse(Run run, Item item, String why) {
        runs.hold(run);
        Work work = new Work(run, Map.of(), Set.of());
        work.objects = 1;
        find(work, "REFUSED", item.object().place(), null, why);
        return work.sum();
    }

    /** Object id of the package by which the shadow holds these dossiers. */
    private Map<String, String> held(List<Item> items) {
        Map<String, String> held = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (Item item : items) {
            if (item.custody() != null) {
                ids.add(item.custody().dossier().description().dossierId().toString());
            }
        }
        sql.list(
                "SELECT id::text, aip_id FROM rebuilt.holding WHERE id = ANY(?::uuid[])",
                row -> held.put(row.text(1), row.text(2)),
                ids);
        return held;
    }

    private void write(Work work, Item item) {
        for (ReadBackObject.Damage damage : item.object().damages()) {
            find(
                    work,
                    item.object() instanceof ReadBackObject.Unreadable
                            ? "UNREADABLE"
                            : "DAMAGED_COPY",
                    item.object().place(),
                    damage.store(),
                    damage.what());
        }
        switch (item.object()) {
            case ReadBackObject.FoundPackage found -> write(work, found, item.custody());
            case ReadBackObject.FoundPaper found -> write(work, found, item.paper());
            case ReadBackObject.Unreadable found -> work.objects++;
            case ReadBackObject.Leftover found -> {}
        }
    }

    private void write(
            Work work, ReadBackObject.FoundPackage found, @Nullable CustodyRecord record) {
        work.objects++;
        if (record == null) {
            find(work, "NO_RECORD", found.place(), null, found.aip().objId());
            return;
        }
        UUID dossierId = record.dossier().description().dossierId();
        String objectId = found.aip().objId();
        String holder = work.held.putIfAbsent(dossierId.toString(), objectId);
        if (holder != null && !holder.equals(objectId)) {
            find(work, "TWICE", found.place(), null, "holding " + dossierId);
            return;
        }
        work.packages++;
        work.records += found.aip().files().size();
        if (holder != null) {
            return; // by a step that was broken off
        }
        if (record.agency() != null && work.shared.add(record.agency())) {
            agency(record.agency());
        }
        if (work.shared.add(record.intake())) {
            shadow.write("intake", List.of(record.intake()));
        }
        work.intakeDossiers.add(record.intakeDossier());
        accept(record, found);
    }

    /** Its facts have the versions that they had, whatever was told later. */
    private void accept(CustodyRecord record, ReadBackObject.FoundPackage found) {
        UUID dossierId = record.dossier().description().dossierId();
        long known = versions.told(dossierId);
        if (known > 0) {
            sql.update("DELETE FROM rebuilt.custody_version WHERE dossier_id = ?", dossierId);
        }
        versions.resume(dossierId, record.agencyId(), record.toldBefore());
        custody.accept(
                record.acceptance(found.aip()), record.acceptedAt(), replicatedAt(record, found));
        versions.resume(dossierId, record.agencyId(), known);
        inventories(found.aip().objId(), found.inventories());
        entities.flush();
        entities.clear();
    }

    private void write(Work work, ReadBackObject.FoundPaper found, @Nullable PaperRecord record) {
        work.objects++;
        if (record == null) {
            find(work, "NO_RECORD", found.place(), null, found.paper().objId());
            return;
        }
        kept.keepPaper(record.agencyId(), found.paper(), record.keptAt());
        inventories(found.paper().objId(), found.inventories());
        Map<String, List<JsonNode>> rows = record.rows();
        for (ShadowTable table : ShadowTable.ALL_TABLES) {
            List<JsonNode> noted = rows.getOrDefault(table.name(), List.of());
            switch (table.name()) {
                case "agency" -> noted.stream().filter(work.shared::add).forEach(this::agency);
                case "custody_version" ->
                        noted.forEach(row ->
                                versions.resume(
                                        UUID.fromString(row.path("dossier_id").asText()),
                                        UUID.fromString(row.path("agency_id").asText()),
                                        row.path("version").asLong()));
                default -> shadow.write(table.name(), noted);
            }
        }
        if (record.returned() != null && !isTold(record.returned())) {
            journal.record(record.returned(), "dossier.return", "holding", Map.of());
        }
        work.papers++;
    }

    /** By a step that was broken off. */
    private boolean isTold(DossierReturned fact) {
        return sql.first(
                        "SELECT 1 FROM rebuilt.outbox WHERE topic = ? AND aggregate_id = ? AND version = ?",
                        row -> true,
                        fact.topic(),
                        fact.aggregateId(),
                        fact.version())
                .orElse(false);
    }

    /** The newest that any object knows. */
    private void agency(JsonNode row) {
        sql.update(
                "DELETE FROM rebuilt.agency WHERE agency_id = ?::uuid AND version < ?",
                row.path("agency_id").asText(),
                row.path("version").asLong());
        shadow.write("agency", List.of(row));
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

    private void find(Work work, String kind, String place, @Nullable String store, String detail) {
        runs.finding(work.run, kind, place, store, detail);
        work.findings++;
    }
}
