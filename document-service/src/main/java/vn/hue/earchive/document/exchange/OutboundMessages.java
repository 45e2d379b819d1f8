package vn.hue.earchive.document.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.edxml.OutgoingEdxml;
import vn.hue.earchive.document.edxml.StatusEdxml;
import vn.hue.earchive.document.exchange.OutboundMessage.State;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** The outbound queue. Queries name the agency: jobs read it as well. */
@ApplicationScoped
class OutboundMessages implements PanacheRepositoryBase<OutboundMessage, UUID> {

    private final ObjectMapper json;

    OutboundMessages(ObjectMapper json) {
        this.json = json;
    }

    /** What a list is narrowed to; everything optional. */
    record Filter(@Nullable State state, @Nullable UUID documentId) {}

    Optional<OutboundMessage> same(UUID agencyId, String recipientKey, String cause) {
        return find(
                        "agencyId = ?1 and recipientKey = ?2 and cause = ?3",
                        agencyId,
                        recipientKey,
                        cause)
                .firstResultOptional();
    }

    /** Messages that brought this document, one per recipient and business type. */
    List<OutboundMessage> ofDocument(UUID agencyId, UUID documentId) {
        return find(
                        "agencyId = ?1 and documentId = ?2 and kind = ?3 order by id",
                        agencyId,
                        documentId,
                        ServiceBus.Kind.DOCUMENT)
                .list();
    }

    /** Messages that a status of this recipient may answer, the newest first. */
    List<OutboundMessage> answeredBy(UUID agencyId, String recipientKey, String documentKey) {
        return find(
                        "agencyId = ?1 and documentKey = ?2 and recipientKey = ?3 and kind = ?4"
                                + " order by id desc",
                        agencyId,
                        documentKey,
                        recipientKey,
                        ServiceBus.Kind.DOCUMENT)
                .list();
    }

    /**
     * @throws Problem NOT_FOUND
     */
    OutboundMessage locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND));
    }

    List<OutboundMessage> page(Filter filter, @Nullable UUID before, int rows) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        narrow(where, parameters, "state = :state", "state", filter.state());
        narrow(where, parameters, "documentId = :document", "document", filter.documentId());
        narrow(where, parameters, "id < :before", "before", before);
        return find(where + " order by id desc", parameters).range(0, rows - 1).list();
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

    /**
     * Takes the oldest due message for sending: nobody else gets it before the lease ends, and it
     * comes back by itself when its sender dies.
     */
    Optional<UUID> take(Instant now, Duration lease) {
        return getSession()
                .createNativeQuery(
                        """
                        update outbound_message set next_attempt_at = :until where id = (
                            select id from outbound_message where next_attempt_at <= :now
                            order by next_attempt_at, id limit 1 for update skip locked
                        ) returning id
                        """,
                        UUID.class)
                .setParameter("now", now)
                .setParameter("until", now.plus(lease))
                .getResultList()
                .stream()
                .findFirst();
    }

    String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    OutgoingEdxml document(OutboundMessage message) {
        return read(message.content(), OutgoingEdxml.class);
    }

    StatusEdxml status(OutboundMessage message) {
        return read(message.content(), StatusEdxml.class);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
