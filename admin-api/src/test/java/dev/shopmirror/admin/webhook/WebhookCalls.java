package dev.shopmirror.admin.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.restassured.response.ValidatableResponse;

import dev.shopmirror.admin.Tokens;
import dev.shopmirror.localstack.PostgresServer;

/** What the tests of the routes call, and the rows they look at. */
final class WebhookCalls {

    /** Of the deliveries, as the tests configure it. */
    static final String BASE = "http://localhost:3001/api/shopify/webhooks/";

    private WebhookCalls() {}

    static ValidatableResponse register(String store) {
        return post(Map.of("storeId", store));
    }

    static ValidatableResponse register(String store, List<String> topics) {
        return post(Map.of("storeId", store, "topics", topics));
    }

    static ValidatableResponse post(Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(body)
                .post("/api/admin/webhooks/register")
                .then();
    }

    static ValidatableResponse get(String what, String store) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/admin/webhooks/" + what + "/" + store)
                .then();
    }

    static ValidatableResponse delete(String path) {
        return given().auth()
                .oauth2(Tokens.operator())
                .delete("/api/admin/webhooks/" + path)
                .then();
    }

    static List<String> recorded(String store) throws SQLException {
        String sql = "SELECT concat_ws(' ', webhook_id, topic, address, base_url) FROM webhook_subscription"
                + " WHERE store_id = ?::uuid";
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, store);
            ResultSet rows = query.executeQuery();
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static void setStatus(String store, String status) throws SQLException {
        execute("UPDATE store SET status = ? WHERE id = ?::uuid", status, store);
    }

    static void want(String store, String json) throws SQLException {
        execute("UPDATE store SET wanted_webhooks = ?::jsonb WHERE id = ?::uuid", json, store);
    }

    /** Of one row, with text parameters. */
    static void execute(String sql, String... parameters) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
