package dev.shopmirror.system.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.shop.Shop;

/**
 * What the webhook routes answer about a shop whose store is called Journey, whole, as scripts of operators rest on it.
 *
 * @param baseUrl of ingest-service
 */
record DescribedAnswers(Shop shop, String baseUrl) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode firstRegistration() throws IOException {
        return JSON.readTree("""
                {"success":true,"message":"Registered 3 webhook(s) for store Journey","data":
                 {"created":[%s],"existing":[],"updated":[],"removed":[],"errors":[],"warnings":[]}}""".formatted(webhooks()));
    }

    JsonNode secondRegistration() throws IOException {
        return JSON.readTree("""
                {"success":true,"message":"Registered 0 webhook(s) for store Journey, 3 already existed","data":
                 {"created":[],"existing":[%s],"updated":[],"removed":[],"errors":[],"warnings":[]}}""".formatted(webhooks()));
    }

    void checkList(JsonNode list) {
        assertThat(list.path("success").asBoolean()).isTrue();
        assertThat(list.path("count").asInt()).isEqualTo(3);
        assertThat(list.path("data")).hasSize(3).allSatisfy(webhook -> {
            assertThat(webhook.fieldNames())
                    .toIterable()
                    .contains("id", "topic", "address", "format", "createdAt", "updatedAt");
            String topic = webhook.path("topic").asText();
            assertThat(webhook.path("id").asLong()).isEqualTo(webhookId(topic));
            assertThat(webhook.path("address").asText()).isEqualTo(address(topic));
            assertThat(webhook.path("format").asText()).isEqualTo("json");
            assertThat(Instant.parse(webhook.path("createdAt").asText())).isNotNull();
            assertThat(Instant.parse(webhook.path("updatedAt").asText())).isNotNull();
        });
    }

    void checkTest(JsonNode test, String storeId) throws IOException {
        assertThat(test.path("success").asBoolean()).isTrue();
        ObjectNode data = test.path("data").deepCopy();
        assertThat(data.remove("warning").asText()).contains("not https");
        data.retain("storeId", "storeName", "shopDomain", "webhookBaseUrl", "expectedWebhookUrl", "isHttps");
        assertThat(data).isEqualTo(JSON.readTree("""
                {"storeId":"%s","storeName":"Journey","shopDomain":"%s","webhookBaseUrl":"%s",
                 "expectedWebhookUrl":"%s","isHttps":false}""".formatted(storeId, shop.domain(), baseUrl, address(":topic"))));
    }

    private String webhooks() {
        return Stream.of("products/create", "products/update", "products/delete")
                .map(topic -> "{\"topic\":\"%s\",\"id\":%d,\"address\":\"%s\"}"
                        .formatted(topic, webhookId(topic), address(topic)))
                .collect(Collectors.joining(","));
    }

    /** As the simulator has it. */
    private long webhookId(String topic) {
        return shop.subscriptions().all().stream()
                .filter(subscription -> subscription.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String address(String topic) {
        return baseUrl + "/api/shopify/webhooks/" + topic;
    }
}
