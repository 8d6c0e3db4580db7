package dev.shopmirror.admin.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import dev.shopmirror.localstack.PostgresServer;

/** The service talks to an empty database beside the shared one. */
public final class OtherDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "shopmirror_other";

    @Override
    public Map<String, String> start() {
        recreate();
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + NAME);
    }

    @Override
    public void stop() {}

    static void recreate() {
        drop();
        execute("postgres", "CREATE DATABASE " + NAME);
    }

    static void drop() {
        execute("postgres", "DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
    }

    static void execute(String sql) {
        execute(NAME, sql);
    }

    /** Runs the statement in a transaction that ends with the connection; the caller closes it. */
    static Connection begin(String sql) throws SQLException {
        Connection connection = connect(NAME);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static Connection connect(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + database;
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    private static void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
