package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;

/** What sync-service's login may do in the database, and what the schema says of itself. */
class DatabaseRightsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT access_token FROM store",
                "SELECT refresh_token FROM store",
                "SELECT * FROM store",
                "SELECT s::text FROM store s",
                "UPDATE store SET name = access_token",
                "UPDATE store SET access_token = NULL RETURNING access_token",
                "UPDATE store SET shop_domain = 'other.myshopify.com'",
                "INSERT INTO store (shop_domain, name, credential_kind) VALUES ('a.myshopify.com', 'A', 'access_token')",
                "DELETE FROM store",
                "SELECT * FROM webhook_subscription",
                "CREATE TABLE mine (id bigint)",
                "DROP TABLE tombstone",
            })
    void syncServiceMayNot(String sql) {
        assertThatThrownBy(() -> run(sql))
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT id, shop_domain, status, shopify_shop_id FROM store FOR UPDATE",
                "UPDATE store SET access_token = NULL, refresh_token = NULL WHERE false",
                "DELETE FROM shopify_location WHERE false",
                "SELECT max(version) FROM flyway_schema_history",
            })
    void syncServiceMay(String sql) throws SQLException {
        run(sql);
    }

    @Test
    void everyTableAndColumnIsExplained() throws SQLException {
        List<String> unexplained = new ArrayList<>();
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT c.relname || coalesce('.' || a.attname, '')
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        LEFT JOIN LATERAL (
                            SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
                            UNION ALL SELECT NULL, 0) a ON true
                        WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> 'flyway_schema_history'
                            AND NOT EXISTS (SELECT FROM pg_description d WHERE d.objoid = c.oid
                                AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum)""")) {
            while (rows.next()) {
                unexplained.add(rows.getString(1));
            }
        }
        assertThat(unexplained).isEmpty();
    }

    /** Java compares them by their bytes, and so must every replica's statements: a locale has an order of its own. */
    @Test
    void webhookIdsOfVersionsAreComparedByTheirBytes() throws SQLException {
        List<String> collations = new ArrayList<>();
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT DISTINCT coalesce(collation_name, 'default') FROM information_schema.columns
                        WHERE column_name = 'version_webhook_id'""")) {
            while (rows.next()) {
                collations.add(rows.getString(1));
            }
        }
        assertThat(collations).containsExactly("C");
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresServer.shared().jdbcUrl(),
                        PostgresLogin.SYNC.username(),
                        PostgresLogin.SYNC.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
