package dev.shopmirror.sync.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.flywaydb.core.Flyway;

import dev.shopmirror.database.Migration;
import dev.shopmirror.localstack.PostgresServer;

/** A database beside the shared one, whose schema is that of the first release. */
public final class OldDatabase implements QuarkusTestResourceLifecycleManager {

    private static final String NAME = "shopmirror_old";

    @Override
    public Map<String, String> start() {
        execute(PostgresServer.shared().jdbcUrl(), "postgres", "DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
        execute(
                PostgresServer.shared().jdbcUrl(),
                "postgres",
                "CREATE DATABASE " + NAME + " OWNER " + PostgresServer.OWNER);
        Flyway.configure()
                .dataSource(url(), PostgresServer.OWNER, PostgresServer.OWNER)
                .target("1")
                .load()
                .migrate();
        return Map.of(
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + PostgresServer.shared().port() + "/" + NAME);
    }

    @Override
    public void stop() {}

    static void migrate() {
        Migration.migrate(url(), PostgresServer.OWNER, PostgresServer.OWNER);
    }

    static long count(String sql) {
        try (Connection connection = DriverManager.getConnection(url(), PostgresServer.OWNER, PostgresServer.OWNER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static String url() {
        return PostgresServer.shared().jdbcUrl().replaceFirst("/\\w+$", "/" + NAME);
    }

    private static void execute(String url, String user, String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, user);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
