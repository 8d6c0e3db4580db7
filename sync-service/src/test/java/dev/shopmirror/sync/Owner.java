package dev.shopmirror.sync;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import dev.shopmirror.localstack.PostgresServer;

/** What a test does to the database beside the service. */
final class Owner {

    private Owner() {}

    static void execute(String sql, Object... parameters) {
        try (Connection connection = PostgresServer.shared().ownerConnection()) {
            execute(connection, sql, parameters);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** May end other sessions and change what only the superuser may; the caller closes it. */
    static Connection superuser() throws SQLException {
        Connection connection =
                DriverManager.getConnection(PostgresServer.shared().jdbcUrl(), "postgres", "postgres");
        execute(connection, "SET default_transaction_read_only = off");
        return connection;
    }

    /** Ends the service's sessions, as a restart or a fail-over does. */
    static void endSessionsOfTheService() {
        try (Connection superuser = superuser()) {
            execute(superuser, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sync_service'");
        } catch (SQLException e) {
            throw new IllegalStateException("The service's sessions could not be ended", e);
        }
    }
}
