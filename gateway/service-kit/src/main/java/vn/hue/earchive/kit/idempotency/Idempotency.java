package vn.hue.earchive.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.kit.identity.Caller;
import vn.hue.earchive.kit.identity.CurrentCaller;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/**
 * Gives the same request its effect once. The answer is stored in the transaction of the effect, so
 * that there is never one without the other; a failure stores nothing, and the same key may be used
 * again. Answers are kept for {@code earchive.idempotency.retention}.
 *
 * <p>A key belongs to (client, agency, operation). It is looked at before {@code If-Match}, so that
 * a repeated change answers as the first did.
 */
@ApplicationScoped
public class Idempotency {

    private static final int MAX_KEY = 255;

    private final DataSource database;
    private final CurrentCaller caller;
    private final ObjectMapper json;
    private final ObjectMapper canonical;

    Idempotency(DataSource database, CurrentCaller caller, ObjectMapper json) {
        this.database = database;
        this.caller = caller;
        this.json = json;
        // Set and map order is an accident of one process; the digest must not depend on it.
        this.canonical =
                json.copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    }

    /**
     * The answer of the effect, or the stored one of an earlier call with this key.
     *
     * @param key the {@code Idempotency-Key} header, 1 to 255 visible ASCII characters
     * @param request what must be the same in a repetition: body and, where it matters, path
     *     parameters; written as JSON and hashed, never stored
     * @param bodyType of the answer's body
     * @param effect runs at most once, in the caller's transaction
     * @throws Problem IDEMPOTENCY_KEY_REQUIRED (400), IDEMPOTENCY_IN_FLIGHT (409) while another
     *     call with the key is running, IDEMPOTENCY_KEY_REUSED (422) for another request
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> Answer<T> once(
            String operationId,
            @Nullable String key,
            Object request,
            Class<T> bodyType,
            Supplier<Answer<T>> effect) {
        if (key == null || key.length() > MAX_KEY || !key.matches("[\\x21-\\x7e]+")) {
            throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REQUIRED);
        }
        Caller who = caller.get();
        Scope scope = new Scope(who.client(), who, operationId, key);
        byte[] digest = sha256(write(canonical, request));
        try (Connection connection = database.getConnection()) {
            lock(connection, scope);
            Answer<T> earlier = find(connection, scope, digest, bodyType);
            if (earlier != null) {
                return earlier;
            }
            Answer<T> answer = effect.get();
            String body = write(json, answer.body());
            store(connection, scope, digest, answer, body);
            return new Answer<>(
                    answer.status(), answer.location(), answer.etag(), answer.body(), body, false);
        } catch (SQLException e) {
            throw new IdempotencyStoreFailed(e);
        }
    }

    private record Scope(String client, Caller caller, String operation, String key) {

        long lock() {
            String text = String.join("\n", client, caller.agencyId().toString(), operation, key);
            return ByteBuffer.wrap(sha256(text)).getLong();
        }

        void bind(PreparedStatement statement) throws SQLException {
            statement.setString(1, client);
            statement.setObject(2, caller.agencyId());
            statement.setString(3, operation);
            statement.setString(4, key);
        }
    }

    private static void lock(Connection connection, Scope scope) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, scope.lock());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new Problem(CommonProblem.IDEMPOTENCY_IN_FLIGHT);
                }
            }
        }
    }

    private <T> @Nullable Answer<T> find(
            Connection connection, Scope scope, byte[] digest, Class<T> bodyType)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT request_sha256, status, location, etag, body FROM idempotency
                        WHERE client = ? AND agency_id = ? AND operation = ? AND key = ?\
                        """)) {
            scope.bind(statement);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                if (!MessageDigest.isEqual(digest, row.getBytes(1))) {
                    throw new Problem(CommonProblem.IDEMPOTENCY_KEY_REUSED);
                }
                String body = row.getString(5);
                return new Answer<>(
                        row.getInt(2),
                        row.getString(3),
                        row.getString(4),
                        read(body, bodyType),
                        body,
                        true);
            }
        }
    }

    private static void store(
            Connection connection, Scope scope, byte[] digest, Answer<?> answer, String body)
            throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        INSERT INTO idempotency
                            (client, agency_id, operation, key,
                             request_sha256, status, location, etag, body)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """)) {
            scope.bind(statement);
            statement.setBytes(5, digest);
            statement.setInt(6, answer.status());
            statement.setString(7, answer.location());
            statement.setString(8, answer.etag());
            statement.setString(9, body);
            statement.executeUpdate();
        }
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(
                            com.fasterxml.jackson.databind.DeserializationFeature
                                    .FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored answer cannot be read", e);
        }
    }

    private static String write(ObjectMapper json, Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request or answer cannot be written as JSON", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The failure of the database is its cause, where the problem mapper finds it. */
    static final class IdempotencyStoreFailed extends RuntimeException {
        IdempotencyStoreFailed(SQLException cause) {
            super(cause);
        }
    }
}
