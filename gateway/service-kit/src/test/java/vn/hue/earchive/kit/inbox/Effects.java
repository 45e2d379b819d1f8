package vn.hue.earchive.kit.inbox;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import vn.hue.earchive.kit.probe.ProbeEvent;
import vn.hue.earchive.kit.problem.CommonProblem;
import vn.hue.earchive.kit.problem.Problem;

/** What the test's handlers do: a row for each effect. */
@Singleton
class Effects {

    private final DataSource database;

    /** Titles whose events fail for good, until they are taken out. */
    final Set<String> poison = ConcurrentHashMap.newKeySet();

    /** Titles whose events fail as if the store were down, until they are taken out. */
    final Set<String> trouble = ConcurrentHashMap.newKeySet();

    Effects(DataSource database) {
        this.database = database;
    }

    void add(String handler, ProbeEvent event, EventContext context) {
        try (Connection connection = database.getConnection();
                PreparedStatement row =
                        connection.prepareStatement(
                                """
                                INSERT INTO probe_effect (handler, event_id, aggregate_id, version)
                                VALUES (?, ?, ?, ?)\
                                """)) {
            row.setString(1, handler);
            row.setObject(2, context.eventId());
            row.setObject(3, context.aggregateId());
            row.setLong(4, context.version());
            row.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (poison.contains(event.title())) {
            throw new IllegalStateException("this event can never be handled");
        }
        if (trouble.contains(event.title())) {
            throw new Problem(CommonProblem.STORE_UNAVAILABLE);
        }
    }

    /** Versions in the order in which they had their effect. */
    List<Long> of(String handler, UUID aggregateId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                """
                                SELECT version FROM probe_effect
                                WHERE handler = ? AND aggregate_id = ? ORDER BY position\
                                """)) {
            query.setString(1, handler);
            query.setObject(2, aggregateId);
            List<Long> versions = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getLong(1));
                }
            }
            return versions;
        }
    }

    /** Takes changes one after the other. */
    @Singleton
    static class Changes implements EventHandler<ProbeEvent> {

        private final Effects effects;

        Changes(Effects effects) {
            this.effects = effects;
        }

        @Override
        public Class<ProbeEvent> root() {
            return ProbeEvent.class;
        }

        @Override
        public String topic() {
            return "document.events";
        }

        @Override
        public Delivery delivery() {
            return Delivery.DELTA;
        }

        @Override
        public void handle(ProbeEvent event, EventContext context) {
            effects.add(name(), event, context);
        }
    }

    /** Takes the newest state. */
    @Singleton
    static class States implements EventHandler<ProbeEvent> {

        private final Effects effects;

        States(Effects effects) {
            this.effects = effects;
        }

        @Override
        public Class<ProbeEvent> root() {
            return ProbeEvent.class;
        }

        @Override
        public String topic() {
            return "document.events";
        }

        @Override
        public Delivery delivery() {
            return Delivery.FULL_STATE;
        }

        @Override
        public void handle(ProbeEvent event, EventContext context) {
            effects.add(name(), event, context);
        }
    }
}
