package vn.hue.earchive.document.customfield;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.customfield.CustomField.Subject;
import vn.hue.earchive.document.validation.Findings;

/** The fields that an agency has now, and the values of its documents and dossiers. */
@ApplicationScoped
public class CustomFields {

    /**
     * How long a definition may go unnoticed by another instance. Every registration asks, and most
     * agencies have no field at all.
     */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final CustomFieldTable table;
    private final EntityManager entities;
    private final Clock clock;
    private final Map<Place, Known> known = new ConcurrentHashMap<>();

    CustomFields(CustomFieldTable table, EntityManager entities, Clock clock) {
        this.table = table;
        this.entities = entities;
        this.clock = clock;
    }

    private record Place(UUID agencyId, Subject subject) {}

    private record Known(List<CustomField> fields, Instant until) {}

    private List<CustomField> fields(UUID agencyId, Subject subject) {
        Place place = new Place(agencyId, subject);
        Instant now = clock.instant();
        Known cached = known.get(place);
        if (cached == null || cached.until().isBefore(now)) {
            cached = new Known(table.active(agencyId, subject), now.plus(FRESH));
            known.put(place, cached);
        }
        return cached.fields();
    }

    /** What was read of an agency is read anew. */
    void forget(UUID agencyId) {
        known.keySet().removeIf(place -> place.agencyId().equals(agencyId));
    }

    /** The fields that such a document or dossier has now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<CustomFieldView> of(UUID agencyId, Subject subject, @Nullable String typeCode) {
        return fields(agencyId, subject).stream()
                .filter(field -> field.isOf(typeCode))
                .map(CustomField::view)
                .toList();
    }

    /**
     * Judges given values: unknown keys, wrong values, required ones that are missing. A field of a
     * type comes before one of the same key for all.
     *
     * @param given by key
     * @param pointer of the object that holds them
     * @return the values as they are kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> judge(
            UUID agencyId,
            Subject subject,
            @Nullable String typeCode,
            @Nullable Map<String, String> given,
            String pointer,
            Findings findings) {
        Map<String, CustomField> byKey = new LinkedHashMap<>();
        for (CustomField field : fields(agencyId, subject)) {
            if (field.isOf(typeCode)) {
                byKey.merge(field.key(), field, (a, b) -> a.typeCode().isEmpty() ? b : a);
            }
        }
        Map<String, String> kept = new TreeMap<>();
        Map<String, String> values = given == null ? Map.of() : given;
        values.forEach((key, value) -> {
            CustomField field = byKey.get(key);
            if (field == null) {
                findings.add(pointer + "/" + key, "UNKNOWN_FIELD");
            } else if (value != null) {
                String good = field.judge(value, pointer + "/" + key, findings);
                if (good != null) {
                    kept.put(key, good);
                }
            }
        });
        for (CustomField field : byKey.values()) {
            findings.addUnless(
                    !field.required() || values.get(field.key()) != null,
                    pointer + "/" + field.key(),
                    "REQUIRED");
        }
        return kept;
    }

    /** Writes the values of something new; flushed before, so that its row is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(UUID agencyId, Subject subject, UUID id, Map<String, String> values) {
        values.forEach((key, value) ->
                entities.persist(new CustomValue(id, key, agencyId, subject, value)));
    }

    /** Puts these values in the place of all that there are. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(UUID agencyId, Subject subject, UUID id, Map<String, String> values) {
        entities.createQuery("from CustomValue v where v.id.subjectId = :id", CustomValue.class)
                .setParameter("id", id)
                .getResultList()
                .forEach(entities::remove);
        // What goes leaves before what comes: both may be of one key.
        entities.flush();
        write(agencyId, subject, id, values);
        entities.flush();
    }

    /** By key, in the order of the keys. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> values(UUID id) {
        return values(List.of(id)).getOrDefault(id, Map.of());
    }

    /** By document or dossier. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, Map<String, String>> values(Collection<UUID> ids) {
        Map<UUID, Map<String, String>> found = new HashMap<>();
        if (ids.isEmpty()) {
            return found;
        }
        for (CustomValue value :
                entities.createQuery(
                                "from CustomValue v where v.id.subjectId in :ids",
                                CustomValue.class)
                        .setParameter("ids", ids)
                        .getResultList()) {
            found.computeIfAbsent(value.subjectId(), i -> new TreeMap<>())
                    .put(value.key(), value.value());
        }
        return found;
    }
}
