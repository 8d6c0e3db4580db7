package dev.shopmirror.system.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.limit.AdminLimits;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.system.admin.AdminService.Answer;
import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.SimulatedShops;

/** What an operator does, from a store's registration to its products, with all three packaged services. */
class AdminJourneyIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOKEN = "shpat_system_tests";
    private static final long PRODUCT = 788032119674292922L;

    private static Cluster cluster;
    private static ShopifySimulator shopify;
    private static AdminService admin;

    private final Shop shop = shopify.addShop("journey-" + UUID.randomUUID() + ".myshopify.com", TOKEN);

    private final DescribedAnswers expected = new DescribedAnswers(shop, baseUrl());

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        cluster = Cluster.startTelling("journey");
        shopify = ShopifySimulator.start(SimulatorOptions.defaults()
                .withClientSecret(Cluster.SECRET)
                .withLocalhostAddresses(true)
                .withRetryTimeScale(0.001));
        admin = AdminService.start(baseUrl(), shopify.url().toString(), directory);
    }

    @AfterAll
    static void stop() throws Exception {
        admin.close();
        shopify.close();
        cluster.close();
    }

    @Test
    void registeredStoreIsMirroredAndItsForeignSubscriptionsStay() throws Exception {
        SimulatedShops.subscribe(shop, "https://other-app.example.com");
        int foreign = shop.subscriptions().all().size();
        String storeId = createStore();

        Answer first = register(storeId);
        Answer second = register(storeId);

        assertThat(first.body().path("data").path("created")).hasSize(3);
        assertThat(second.body().path("data").path("created")).isEmpty();
        assertThat(shop.subscriptions().all()).hasSize(foreign + 3);
        shop.putProduct(PRODUCT, product(1));
        await().atMost(PATIENCE).until(() -> admin.get("/api/admin/products?storeId=" + storeId)
                .body()
                .path("data")
                .path(0)
                .path("id")
                .asText()
                .equals(Long.toString(PRODUCT)));
        Answer unregistered = admin.delete("/api/admin/webhooks/unregister/" + storeId);
        assertThat(unregistered.body().path("message").asText()).isEqualTo("Deleted 3 webhook(s)");
        assertThat(shop.subscriptions().all()).hasSize(foreign);
    }

    /** The whole answer, as an operator's script may rest on it. */
    @Test
    void registrationAnswersWithWhatItCreated() throws Exception {
        String storeId = createStore();

        Answer registered = admin.post("/api/admin/webhooks/register", Map.of("storeId", storeId));
        Answer again = admin.post("/api/admin/webhooks/register", Map.of("storeId", storeId));

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.body()).isEqualTo(expected.firstRegistration());
        assertThat(again.body()).isEqualTo(expected.secondRegistration());
    }

    @Test
    void listAndTestAnswerAsDescribed() throws Exception {
        String storeId = createStore();
        register(storeId);

        JsonNode list = admin.get("/api/admin/webhooks/list/" + storeId).body();
        JsonNode test = admin.get("/api/admin/webhooks/test/" + storeId).body();

        expected.checkList(list);
        expected.checkTest(test, storeId);
    }

    @Test
    void logsTellTheWayOfAnUpdate() throws Exception {
        register(createStore());

        shop.putProduct(PRODUCT, product(1));
        shop.putProduct(PRODUCT, product(3));

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(cluster.ingest().get(0).logLines())
                    .anyMatch(line -> line.contains("Received webhook: products/update from " + shop.domain()));
            assertThat(cluster.sync().get(0).logLines())
                    .anyMatch(line -> isOfThisShop(line, "Upserted product " + PRODUCT + " with 3 variants"))
                    .anyMatch(line -> isOfThisShop(
                            line, "Successfully processed products/update webhook for product: " + PRODUCT));
        });
    }

    @Test
    void testEventArrivesInPostgreSql() throws Exception {
        Answer answer = admin.post("/api/admin/webhooks/test-event/" + createStore(), Map.of());

        assertThat(answer.body().path("success").asBoolean())
                .as(answer.toString())
                .isTrue();
        JsonNode data = answer.body().path("data");
        assertThat(data.path("http").path("status").asInt()).isEqualTo(200);
        assertThat(data.path("kafka").path("topic").asText()).isEqualTo("shopify.webhooks");
        assertThat(data.path("database").path("reason").asText()).isEqualTo("test");
    }

    @Test
    void deliveriesOfBeforeTheStoreWasKnownAreRedriven() throws Exception {
        SimulatedShops.subscribe(shop, baseUrl());
        shop.putProduct(PRODUCT, product(2));
        String deliveries = "/api/admin/deliveries?shopDomain=" + shop.domain();
        await().atMost(PATIENCE).until(() -> outcomes(deliveries).equals(List.of("ignored")));
        createStore();

        Answer job = admin.post(
                "/api/admin/dead-letters/redrive", Map.of("shopDomain", shop.domain(), "outcome", "ignored"));

        assertThat(job.status()).as(job.toString()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> outcomes(deliveries).equals(List.of("applied")));
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 250, 2048})
    void productOverAHundredVariantsBecomesComplete(int variants) throws Exception {
        // a shop of a larger plan: the pages of the largest product would take a minute otherwise
        shop.limits().change(AdminLimits.DEFAULT.withGraphql(1000, 20_000));
        String storeId = createStore();
        register(storeId);
        shop.putProduct(PRODUCT, product(variants));

        await().atMost(PATIENCE).until(() -> {
            JsonNode product = admin.get("/api/admin/products/" + PRODUCT + "?storeId=" + storeId)
                    .body();
            return product.path("variants").size() == variants
                    && !product.path("incomplete").asBoolean(true);
        });
    }

    private String createStore() throws Exception {
        Answer created = admin.post(
                "/api/admin/stores", Map.of("shopDomain", shop.domain(), "name", "Journey", "accessToken", TOKEN));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created.body().path("id").asText();
    }

    private static String baseUrl() {
        return cluster.ingestUrls().get(0).toString();
    }

    private boolean isOfThisShop(String line, String words) {
        return line.contains(words + " ") && line.contains("shop=" + shop.domain());
    }

    private static Answer register(String storeId) throws Exception {
        Answer answer = admin.post("/api/admin/webhooks/register", Map.of("storeId", storeId));
        assertThat(answer.body().path("success").asBoolean())
                .as(answer.toString())
                .isTrue();
        return answer;
    }

    private static List<String> outcomes(String deliveries) throws Exception {
        return admin.get(deliveries).body().path("data").findValuesAsText("outcome");
    }

    private static ObjectNode product(int variants) {
        ArrayNode each = JsonNodeFactory.instance.arrayNode();
        for (int number = 1; number <= variants; number++) {
            each.addObject().put("option1", "Value " + number).put("price", "19.99");
        }
        return JsonNodeFactory.instance.objectNode().put("title", "Tripod").set("variants", each);
    }
}
