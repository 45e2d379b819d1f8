package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.edxml.EdxmlMessage.NaturalKey;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.edxml.MessageLife.State;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** Received messages. Queries name the agency: jobs read them as well. */
@ApplicationScoped
class EdxmlMessages implements PanacheRepositoryBase<EdxmlMessage, UUID> {

    private static final Set<Kind> DOCUMENTS = EnumSet.of(Kind.DOCUMENT, Kind.UPDATE, Kind.REPLACE);

    private static final int MOST_OF_A_DOCUMENT = 50;

    private final ObjectMapper json;

    EdxmlMessages(ObjectMapper json) {
        this.json = json;
    }

    Optional<EdxmlMessage> same(UUID agencyId, NaturalKey key) {
        return find(
                        "agencyId = ?1 and organId = ?2 and externalDocumentId = ?3"
                                + " and businessType = ?4",
                        agencyId,
                        key.organId(),
                        key.documentId(),
                        key.businessType())
                .firstResultOptional();
    }

    /** The newest message that brought the document of this key. */
    Optional<EdxmlMessage> newestOf(UUID agencyId, String documentKey) {
        return find(
                        "agencyId = ?1 and documentKey = ?2 and kind in ?3 order by id desc",
                        agencyId,
                        documentKey,
                        DOCUMENTS)
                .firstResultOptional();
    }

    /**
     * Messages that brought the document of this key or updates of it, the newest first; locked. A
     * document has a handful of them; of more, the newest count.
     */
    List<EdxmlMessage> lockedOf(UUID agencyId, String documentKey) {
        return find(
                        "agencyId = ?1 and (documentKey = ?2 and kind in ?3"
                                + " or targetKey = ?2 and kind = ?4) order by id desc",
                        agencyId,
                        documentKey,
                        DOCUMENTS,
                        Kind.UPDATE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, MOST_OF_A_DOCUMENT - 1)
                .list();
    }

    /** The message that a register line came of, or one that was merged into it. */
    Optional<EdxmlMessage> registeredAs(UUID documentId) {
        return find(
                        "documentId = ?1 and state in ?2 order by state desc, id",
                        documentId,
                        EnumSet.of(State.REGISTERED, State.MERGED))
                .firstResultOptional();
    }

    /**
     * @throws Problem NOT_FOUND
     */
    EdxmlMessage locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    List<EdxmlMessage> page(
            @Nullable State state, @Nullable Kind kind, @Nullable UUID before, int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        narrow(where, parameters, "state = :state", "state", state);
        narrow(where, parameters, "kind = :kind", "kind", kind);
        narrow(where, parameters, "id < :before", "before", before);
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
    }

    /**
     * Messages that bring documents, in these states.
     *
     * @param beyond the id after which the page begins
     */
    List<EdxmlMessage> arrivals(
            Set<State> states, boolean oldestFirst, @Nullable UUID beyond, int rows) {
        StringBuilder where = new StringBuilder("kind in :kinds and state in :states");
        Map<String, Object> parameters =
                new HashMap<>(Map.of("kinds", DOCUMENTS, "states", states));
        narrow(where, parameters, oldestFirst ? "id > :beyond" : "id < :beyond", "beyond", beyond);
        where.append(oldestFirst ? " order by id" : " order by id desc");
        return find(where.toString(), parameters).range(0, rows - 1).list();
    }

    private static void narrow(
            StringBuilder where,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    EdxmlHeader header(EdxmlMessage message) {
        return read(message.header(), EdxmlHeader.class);
    }

    /** Of a message that brings a document. */
    Proposal proposal(EdxmlMessage message) {
        return read(Objects.requireNonNull(message.proposal()), Proposal.class);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
