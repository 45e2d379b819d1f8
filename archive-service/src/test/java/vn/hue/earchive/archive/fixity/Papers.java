package vn.hue.earchive.archive.fixity;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.hue.earchive.archive.custody.KeptObjects;
import vn.hue.earchive.archive.sql.Sql;
import vn.hue.earchive.archive.store.ArchiveObjects;
import vn.hue.earchive.archive.store.StoredObject;
import vn.hue.earchive.archive.store.VersionNote;
import vn.hue.earchive.kit.identity.JobScope;

/** Papers of the archive in its stores, as other features write and note them. */
@ApplicationScoped
public class Papers {

    private final ArchiveObjects objects;
    private final KeptObjects kept;
    private final Sql sql;

    Papers(ArchiveObjects objects, KeptObjects kept, Sql sql) {
        this.objects = objects;
        this.kept = kept;
        this.sql = sql;
    }

    /** A paper with two versions, noted. */
    public String written(UUID agencyId) {
        String id = "urn:earchive:test:" + UUID.randomUUID();
        note(agencyId, write(id, 1, "first of " + id));
        note(agencyId, write(id, 2, "second of " + id));
        return id;
    }

    /** A version that nobody has noted. */
    public StoredObject write(String id, int version, String text) {
        return objects.write(
                id,
                version,
                VersionNote.ofAgency(
                        "Version " + version,
                        "UBND phường An Cựu",
                        "H57.21",
                        Instant.parse("2026-11-27T02:00:00Z")),
                Map.of(
                        "paper.txt",
                        text.repeat(50).getBytes(StandardCharsets.UTF_8),
                        "same.txt",
                        ("of all versions of " + id).getBytes(StandardCharsets.UTF_8)));
    }

    public void note(UUID agencyId, StoredObject paper) {
        JobScope.transaction(
                "test",
                () -> {
                    kept.keepPaper(agencyId, paper, Instant.now().truncatedTo(ChronoUnit.MICROS));
                    return true;
                });
    }

    public int change(String statement, Object... values) {
        return JobScope.transaction("test", () -> sql.update(statement, values));
    }

    public List<String> ask(String question, Object... values) {
        return JobScope.transaction("test", () -> sql.list(question, row -> row.text(1), values));
    }
}
