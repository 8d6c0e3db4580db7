package dev.shopmirror.localstack.runlocal;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The demo's store, set up through admin-api as an operator does it. */
final class DemoStore {

    static final String DOMAIN = "demo-store.myshopify.com";
    static final String NAME = "Demo store";

    private final URI adminApi;
    private final Json operator;

    DemoStore(URI adminApi, String operatorToken) {
        this.adminApi = adminApi;
        this.operator = new Json(Map.of("Authorization", "Bearer " + operatorToken));
    }

    /** @return the store's id; a store of an earlier run is used again, and is active again with this token */
    String create(String accessToken) throws IOException, InterruptedException {
        String body =
                "{\"shopDomain\":\"%s\",\"name\":\"%s\",\"accessToken\":\"%s\"}".formatted(DOMAIN, NAME, accessToken);
        Json.Answer answer = operator.send("POST", adminApi.resolve("/api/admin/stores"), body);
        return switch (answer.status()) {
            case 201 -> answer.body().path("id").asText();
            case 409 -> revive(accessToken);
            default ->
                throw new IllegalStateException(
                        "The demo store was not created, admin-api answered " + answer.status() + ": " + answer.body());
        };
    }

    /** @return the whole answer; nothing failed */
    JsonNode registerWebhooks(String storeId) throws IOException, InterruptedException {
        String body = "{\"storeId\":\"%s\"}".formatted(storeId);
        JsonNode answer = operator.expectSuccess("POST", adminApi.resolve("/api/admin/webhooks/register"), body);
        JsonNode errors = answer.path("data").path("errors");
        if (!errors.isEmpty()) {
            throw new IllegalStateException("Webhooks were not registered: " + errors);
        }
        return answer;
    }

    /** @return the webhooks that the shop has */
    JsonNode listWebhooks(String storeId) throws IOException, InterruptedException {
        return operator.expectSuccess("GET", adminApi.resolve("/api/admin/webhooks/list/" + storeId), null);
    }

    /** Whatever became of it in an earlier run. */
    private String revive(String accessToken) throws IOException, InterruptedException {
        String id = find();
        operator.expectSuccess(
                "PATCH",
                adminApi.resolve("/api/admin/stores/" + id),
                "{\"name\":\"%s\",\"status\":\"active\",\"accessToken\":\"%s\"}".formatted(NAME, accessToken));
        return id;
    }

    private String find() throws IOException, InterruptedException {
        JsonNode stores =
                operator.expectSuccess("GET", adminApi.resolve("/api/admin/stores?shopDomain=" + DOMAIN), null);
        return stores.path("data").path(0).path("id").asText();
    }
}
