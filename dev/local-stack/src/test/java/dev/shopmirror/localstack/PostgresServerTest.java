package dev.shopmirror.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {

    private final PostgresServer server = PostgresServer.shared();

    @Test
    void commitsAreDurable() throws SQLException {
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void schemaIsThere() throws SQLException {
        assertThat(query("SELECT count(*) FROM shopify_product")).isEqualTo("0");
    }

    @Test
    void syncServiceCannotReadTokens() throws SQLException {
        try (Connection connection = loginConnection(PostgresLogin.SYNC);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("SELECT id, shop_domain, status FROM store FOR KEY SHARE"))
                    .isNotNull();
            assertThatThrownBy(() -> statement.executeQuery("SELECT access_token FROM store"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void dataIsThereAfterARestart(@TempDir Path directory) throws SQLException {
        assertKept(directory, PostgresServer::stop);
    }

    @Test
    void dataIsThereAfterACrash(@TempDir Path directory) throws SQLException {
        assertKept(directory, PostgresServer::stopImmediately);
    }

    private static void assertKept(Path directory, Consumer<PostgresServer> stop) throws SQLException {
        try (PostgresServer own = PostgresServer.start(directory.resolve("data"), Ports.free())) {
            try (Connection connection = own.ownerConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
            }
            stop.accept(own);
            own.start();
            try (Connection connection = own.ownerConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT answer FROM kept")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getInt(1)).isEqualTo(42);
            }
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = server.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection loginConnection(PostgresLogin login) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), login.username(), login.password());
    }
}
