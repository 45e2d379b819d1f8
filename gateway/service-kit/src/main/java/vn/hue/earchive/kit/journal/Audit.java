package vn.hue.earchive.kit.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.identity.JobScope;
import vn.hue.earchive.kit.ids.Ids;
import vn.hue.earchive.kit.trace.Trace;

/** The audit trail of this service: append-only, in the transaction of what it tells. */
@ApplicationScoped
public class Audit {

    private static final String APPEND =
            """
            INSERT INTO audit_entry
                (id, agency_id, recorded_at, actor, actor_name, client, job,
                 action, aggregate_type, aggregate_id, version, details, traceparent)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)\
            """;

    private final DataSource database;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(DataSource database, CurrentCaller caller, ObjectMapper json, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Appends one entry. The actor is the caller of the request; outside one it is the job.
     *
     * @param agencyId the agency whose object it is, which need not be the actor's
     * @param version of the aggregate after the act; for a read, the version that was read
     * @param details codes, ids and digests; no content
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(
            UUID agencyId,
            String action,
            String aggregateType,
            UUID aggregateId,
            long version,
            Map<String, ?> details) {
        @Nullable Caller who = who();
        @Nullable String job = JobScope.current().orElse(null);
        try (Connection connection = database.getConnection();
                PreparedStatement row = connection.prepareStatement(APPEND)) {
            row.setObject(1, Ids.next());
            row.setObject(2, agencyId);
            row.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            row.setString(4, who == null ? "job:" + job : who.subject());
            row.setString(5, who == null ? null : who.username());
            row.setString(6, who == null ? null : who.client());
            row.setString(7, job);
            row.setString(8, action);
            row.setString(9, aggregateType);
            row.setObject(10, aggregateId);
            row.setLong(11, version);
            row.setString(12, write(details));
            row.setString(13, Trace.current().toString());
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit entry was not written", e);
        }
    }

    private @Nullable Caller who() {
        boolean inRequest = Arc.container().requestContext().isActive();
        return inRequest ? caller.find().orElse(null) : null;
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Audit details cannot be written as JSON", e);
        }
    }
}
