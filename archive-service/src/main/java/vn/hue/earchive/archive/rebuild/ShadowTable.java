package vn.hue.earchive.archive.rebuild;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tables that are rebuilt, in the order in which rows may refer to each other. What is not
 * compared is either established again by work that never stops (checks, healing, leases) or told
 * by the stores' clocks, and stands here with its reason.
 *
 * @param keys columns of the primary key
 * @param types of the keys
 * @param ignored columns that are not compared
 * @param decided which rows of the database the stores must know, {since} being the beginning of
 *     the rebuild; the others were not acknowledged, or later; null when nothing is compared
 */
record ShadowTable(
        String name,
        List<String> keys,
        List<String> types,
        Set<String> ignored,
        @Nullable String decided) {

    static final List<ShadowTable> ALL_TABLES =
            List.of(
                    // Its last state is document-service's to tell: taken over, not compared.
                    of("agency", "agency_id uuid", Set.of(), null),
                    of(
                            "intake",
                            "submission_id uuid",
                            Set.of(),
                            "EXISTS (SELECT 1 FROM public.intake_dossier d WHERE"
                                    + " d.submission_id = t.submission_id AND d.decided_at < {since})"),
                    // How often it was tried and what an attempt left is nothing once it is
                    // decided.
                    of(
                            "intake_dossier",
                            "id uuid",
                            Set.of("version", "attempts", "next_attempt_at", "sweep_at"),
                            "t.decided_at < {since}"),
                    of(
                            "custody_version",
                            "dossier_id uuid",
                            Set.of(),
                            "EXISTS (SELECT 1 FROM public.intake_dossier d WHERE"
                                    + " d.dossier_id = t.dossier_id AND d.decided_at < {since})"),
                    // Of a copy that was made later the stores' clocks tell, to the second.
                    of("holding", "id uuid", Set.of("replicated_at"), "t.accepted_at < {since}"),
                    of(
                            "holding_file",
                            "holding_id uuid,file_id uuid",
                            Set.of(),
                            "EXISTS (SELECT 1 FROM public.holding h WHERE"
                                    + " h.id = t.holding_id AND h.accepted_at < {since})"),
                    // The first check notes the listing again.
                    of(
                            "kept_object",
                            "object_id text",
                            Set.of("listing", "kept_at"),
                            "t.kept_at < {since}"),
                    // That there is a copy comes from the stores; how good it is, from the next
                    // check.
                    of(
                            "object_copy",
                            "object_id text,store text",
                            Set.of(
                                    "state",
                                    "verified_at",
                                    "checked_at",
                                    "next_at",
                                    "attempts",
                                    "problem"),
                            "EXISTS (SELECT 1 FROM public.kept_object o WHERE"
                                    + " o.object_id = t.object_id AND o.kept_at < {since})"),
                    // Events that Kafka may have lost; sent again where they are missing.
                    of("outbox", "topic text,aggregate_id uuid,version bigint", Set.of(), null));

    private static ShadowTable of(
            String name, String keys, Set<String> ignored, @Nullable String decided) {
        List<String[]> parts =
                Arrays.stream(keys.split(",", -1)).map(key -> key.split(" ", -1)).toList();
        return new ShadowTable(
                name,
                parts.stream().map(part -> part[0]).toList(),
                parts.stream().map(part -> part[1]).toList(),
                ignored,
                decided);
    }

    /** Whether rows are held against each other; the others are only taken over. */
    boolean isCompared() {
        return decided != null;
    }

    /** {@link #decided} for a rebuild that was asked for at this moment. */
    String decidedBefore(Instant since) {
        return decided == null
                ? "false"
                : decided.replace("{since}", "timestamptz '" + since + "'");
    }

    /** Where a walk through the rows begins. */
    List<String> before() {
        return types.stream()
                .map(type ->
                        switch (type) {
                            case "uuid" -> "00000000-0000-0000-0000-000000000000";
                            case "bigint" -> "0";
                            default -> "";
                        })
                .toList();
    }

    /** The key columns, comma between them. */
    String keyList() {
        return String.join(", ", keys);
    }

    /** {@code (a, b) > (?::x, ?::y)}. */
    String after() {
        return "("
                + keyList()
                + ") > ("
                + String.join(", ", types.stream().map(type -> "?::" + type).toList())
                + ")";
    }

    /** The key columns of a row as text, for people and cursors. */
    String keyTexts(String alias) {
        return String.join(", ", keys.stream().map(key -> alias + "." + key + "::text").toList());
    }

    /** SHA-256 of the row as canonical JSON, null where there is none. */
    String digest(String alias) {
        String ignoredColumns =
                ignored.isEmpty()
                        ? ""
                        : " - ARRAY['"
                                + String.join("', '", ignored.stream().sorted().toList())
                                + "']";
        return "encode(sha256(convert_to((to_jsonb(%s)%s)::text, 'UTF8')), 'hex')"
                .formatted(alias, ignoredColumns);
    }
}
