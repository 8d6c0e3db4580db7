package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithPostgres;

/** The database is gone, breaks off, and comes back under the running service. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class DatabaseOutageTest {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** One route of the ORM, and one of the client. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/admin/stores", "/api/admin/deliveries"})
    void absentDatabaseIsSaidSoUntilItIsBack(String route) {
        get(route).then().statusCode(200);
        PostgresServer.shared().stop();
        try {
            for (int i = 0; i < 3; i++) {
                get(route).then().statusCode(503).body("code", equalTo("database-unavailable"));
            }
        } finally {
            PostgresServer.shared().start();
        }

        await().atMost(MARGIN).until(() -> {
            int status = get(route).statusCode();
            assertThat(status).isIn(200, 503);
            return status == 200;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/admin/stores", "/api/admin/deliveries"})
    void connectionThatBreaksUnderAQueryIsAnAbsentDatabase(String route) throws Exception {
        try (Connection locking = PostgresServer.shared().superuserConnection();
                Statement lock = locking.createStatement()) {
            locking.setAutoCommit(false);
            lock.execute("LOCK TABLE store, webhook_delivery IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> get(route));
            await().atMost(MARGIN).until(() -> {
                endWaitingConnections();
                return answer.isDone();
            });

            answer.get().then().statusCode(503).body("code", equalTo("database-unavailable"));
        }
        get(route).then().statusCode(200);
    }

    /** As an administrator does, or a server that shuts down: SQLSTATE 57P01. */
    private static void endWaitingConnections() throws SQLException {
        try (Connection connection = PostgresServer.shared().superuserConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND usename = '" + PostgresLogin.ADMIN.username() + "'");
        }
    }

    private static Response get(String route) {
        return given().auth().oauth2(Tokens.viewer()).get(route);
    }
}
