package vn.hue.earchive.local.component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * The databases of a stack and the roles around each. For a prefix X:
 *
 * <ul>
 *   <li>{@code X_owner} logs in, owns the database and runs the migrations;
 *   <li>{@code X_service} logs in and has no right of its own: it inherits nothing and must become
 *       one of the next two;
 *   <li>{@code X_app} is what a request runs as (row-level security applies);
 *   <li>{@code X_jobs} is what background work runs as ({@code BYPASSRLS}).
 * </ul>
 *
 * Rights on tables are granted by the migrations. Everything here is idempotent.
 */
public final class Databases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    private final PostgresServer server;
    private final Settings settings;

    public Databases(PostgresServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Creates the roles of {@code prefix} and a database owned by {@code prefix_owner}, where
     * missing.
     */
    public synchronized void create(String database, String prefix) {
        require(database);
        require(prefix);
        try (Connection connection = server.superuser();
                Statement sql = connection.createStatement()) {
            role(sql, prefix + "_owner", "LOGIN PASSWORD '" + password(prefix + "_owner") + "'");
            role(
                    sql,
                    prefix + "_service",
                    "LOGIN NOINHERIT PASSWORD '" + password(prefix + "_service") + "'");
            role(sql, prefix + "_app", "NOLOGIN");
            role(sql, prefix + "_jobs", "NOLOGIN BYPASSRLS");
            for (String assumed : new String[] {"_app", "_jobs"}) {
                sql.execute(
                        "GRANT %1$s%2$s TO %1$s_service WITH INHERIT FALSE, SET TRUE"
                                .formatted(prefix, assumed));
            }
            database(connection, sql, database, prefix + "_owner");
            sql.execute("GRANT CONNECT ON DATABASE %s TO %s_service".formatted(database, prefix));
        } catch (SQLException e) {
            throw new StackFailure(
                    "Database " + database + " could not be created: " + e.getMessage(), e);
        }
    }

    /** A database that belongs to one login role, for a server that manages its own tables. */
    public synchronized void createPlain(String name) {
        require(name);
        try (Connection connection = server.superuser();
                Statement sql = connection.createStatement()) {
            role(sql, name, "LOGIN PASSWORD '" + password(name) + "'");
            database(connection, sql, name, name);
        } catch (SQLException e) {
            throw new StackFailure(
                    "Database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    public String url(String database) {
        return server.address() + database;
    }

    /** The password of a login role that this class created. */
    public String password(String role) {
        return settings.secret("postgres-" + role);
    }

    private static void role(Statement sql, String role, String attributes) throws SQLException {
        sql.execute(
                """
                DO $$ BEGIN
                  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s; END IF;
                END $$
                """
                        .formatted(role));
        sql.execute("ALTER ROLE " + role + " " + attributes);
    }

    private static void database(
            Connection connection, Statement sql, String database, String owner)
            throws SQLException {
        try (PreparedStatement exists =
                connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            exists.setString(1, database);
            try (ResultSet row = exists.executeQuery()) {
                if (row.next()) {
                    return;
                }
            }
        }
        sql.execute("CREATE DATABASE %s OWNER %s".formatted(database, owner));
        sql.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
    }

    private static void require(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a database name: " + name);
        }
    }
}
