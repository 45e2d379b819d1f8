package vn.hue.earchive.document.arrival;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.arrival.ArrivalSource.Source;
import vn.hue.earchive.document.arrival.ArrivalSource.State;

/** E-mails and scanned files on the desk. */
@ApplicationScoped
class Arrivals implements PanacheRepositoryBase<Arrival, UUID> {

    private final ObjectMapper json;

    Arrivals(ObjectMapper json) {
        this.json = json;
    }

    /** The e-mail that was taken in with these bytes. */
    Optional<Arrival> same(UUID agencyId, String messageId, String sha256) {
        return find("agencyId = ?1 and messageId = ?2 and sha256 = ?3", agencyId, messageId, sha256)
                .firstResultOptional();
    }

    /** Whether the agency has an e-mail with this Message-ID, whatever its bytes. */
    boolean knows(UUID agencyId, String messageId) {
        return count("agencyId = ?1 and messageId = ?2", agencyId, messageId) > 0;
    }

    List<Arrival> page(State state, @Nullable Source source, @Nullable UUID beyond, int rows) {
        boolean oldestFirst = state == State.WAITING;
        StringBuilder where = new StringBuilder("state = :state");
        Map<String, Object> parameters = new HashMap<>(Map.of("state", state));
        if (source != null) {
            where.append(" and source = :source");
            parameters.put("source", source);
        }
        if (beyond != null) {
            where.append(oldestFirst ? " and id > :beyond" : " and id < :beyond");
            parameters.put("beyond", beyond);
        }
        where.append(oldestFirst ? " order by id" : " order by id desc");
        return find(where.toString(), parameters).range(0, rows - 1).list();
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
