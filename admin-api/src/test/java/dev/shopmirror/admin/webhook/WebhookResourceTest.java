package dev.shopmirror.admin.webhook;

import static dev.shopmirror.admin.webhook.WebhookCalls.BASE;
import static dev.shopmirror.admin.webhook.WebhookCalls.get;
import static dev.shopmirror.admin.webhook.WebhookCalls.post;
import static dev.shopmirror.admin.webhook.WebhookCalls.recorded;
import static dev.shopmirror.admin.webhook.WebhookCalls.register;
import static dev.shopmirror.admin.webhook.WebhookCalls.setStatus;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class WebhookResourceTest {

    private final String shop = TestStores.newDomain();

    @Test
    void missingWebhooksAreCreated() {
        String store = TestStores.register(shop);

        register(store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("Registered 3 webhook(s) for store Acme"))
                .body("data.created.topic", contains("products/create", "products/update", "products/delete"))
                .body("data.created.address", hasItem(BASE + "products/update"))
                .body("data.created.id", everyItem(instanceOf(Number.class)))
                .body("data.existing", empty())
                .body("data.errors", empty());
        assertThat(Simulator.addresses(shop))
                .containsExactlyInAnyOrder(
                        BASE + "products/create", BASE + "products/update", BASE + "products/delete");
    }

    @Test
    void misspeltFieldIsRefusedAndNothingRegistered() {
        String store = TestStores.register(shop);

        given().header("Authorization", "Bearer " + Tokens.operator())
                .contentType("application/json")
                .body("{\"storeId\":\"" + store + "\",\"topcs\":[\"products/update\"]}")
                .post("/api/admin/webhooks/register")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        assertThat(Simulator.addresses(shop)).isEmpty();
    }

    @Test
    void secondRegistrationCreatesNothingAndSaysSo() {
        String store = TestStores.register(shop);
        List<Number> ids = register(store).extract().path("data.created.id");

        register(store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("Registered 0 webhook(s) for store Acme, 3 already existed"))
                .body("data.created", empty())
                .body("data.existing.id", equalTo(ids));
        assertThat(Simulator.addresses(shop)).hasSize(3);
    }

    @Test
    void foreignSubscriptionSurvives() {
        String store = TestStores.register(shop);
        Simulator.subscribe(shop, "products/update", "https://other.example.com/hook");

        register(store).body("data.created.topic", hasItem("products/update"));

        assertThat(Simulator.addresses(shop)).hasSize(4).contains("https://other.example.com/hook");
    }

    @Test
    void requestedTopicsAreRegisteredInsteadOfTheConfigured() {
        String store = TestStores.register(shop);

        register(store, List.of("inventory_levels/update", "inventory_levels/update"))
                .statusCode(200)
                .body("data.created.topic", contains("inventory_levels/update"));
    }

    @Test
    void failedTopicDoesNotStopTheOthersAndKeepsShopifysWords() {
        String store = TestStores.register(shop);

        register(store, List.of("metaobjects/create", "products/update"))
                .statusCode(200)
                .body("success", equalTo(false))
                .body("message", equalTo("Registered 1 webhook(s) for store Acme, 1 failed"))
                .body("data.created.topic", contains("products/update"))
                .body("data.errors.topic", contains("metaobjects/create"))
                .body("data.errors.code", contains("invalid_topic"))
                .body("data.errors[0].message", containsString("Invalid topic"));
    }

    @Test
    void nearMissIsRefusedWithASuggestionBeforeShopifyIsAsked() {
        String store = TestStores.register(shop);

        register(store, List.of("orders/update", "shop/redact", "products/update"))
                .statusCode(200)
                .body("success", equalTo(false))
                .body("data.created.topic", contains("products/update"))
                .body("data.errors.code", contains("misspelt_topic", "compliance_topic"))
                .body("data.errors[0].message", containsString("did you mean orders/updated?"))
                .body("data.errors[0].requestId", nullValue())
                .body("data.errors[1].message", containsString("shopify.app.toml"));
    }

    @Test
    void createdAndFoundSubscriptionsAreRecordedAsOurs() throws SQLException {
        String store = TestStores.register(shop);
        long found = Simulator.subscribe(shop, "products/update", BASE + "products/update");

        register(store).body("data.existing.id", contains(found));

        assertThat(recorded(store))
                .hasSize(3)
                .contains(found + " products/update " + BASE + "products/update http://localhost:3001");
    }

    @Test
    void refusedTokenIsExplained() {
        Simulator.openShop(shop);
        String store = TestStores.register(shop, "shpat_wrong_but_secret");
        try (LogRecorder log = LogRecorder.open()) {
            String body = register(store)
                    .statusCode(502)
                    .contentType("application/problem+json")
                    .body("code", equalTo("shopify-failed"))
                    .body(
                            "detail",
                            allOf(
                                    startsWith("token_refused: [API] Invalid API key or access token"),
                                    endsWith("Give the store new credentials: PATCH /api/admin/stores/{id}")))
                    .extract()
                    .asString();

            assertThat(body).doesNotContain("shpat_wrong");
            assertThat(log.lines()).noneMatch(line -> line.contains("shpat_wrong"));
        }
    }

    @Test
    void storeWhoseTokenIsNotRenewedIsExplained() {
        Simulator.openShop(shop);
        String expired = TestStores.register(Map.of(
                "shopDomain", shop,
                "name", "Acme",
                "accessToken", "shpat_old",
                "refreshToken", "shprt_1",
                "expiresAt", "2020-01-31T10:30:00Z"));

        register(expired).statusCode(502).body("detail", startsWith("token_refused: "));
        register(expired).statusCode(409).body("code", equalTo("store-not-active"));
    }

    @Test
    void storeThatIsNotActiveIsExplained() throws SQLException {
        String store = TestStores.register(shop);
        setStatus(store, "uninstalled");

        register(store)
                .statusCode(409)
                .body("code", equalTo("store-not-active"))
                .body(
                        "detail",
                        equalTo("The store is uninstalled: give it new credentials with PATCH /api/admin/stores/{id}"));
    }

    @Test
    void unknownStoreIsToldFromAMalformedId() {
        register(UUID.randomUUID().toString()).statusCode(404).body("code", equalTo("store-not-found"));
        register("your-store-uuid").statusCode(400).body("errors.field", contains("storeId"));
    }

    @Test
    void everyInvalidFieldOfARegistrationIsNamed() {
        post(Map.of("topics", List.of("products/update", "../../oauth")))
                .statusCode(400)
                .body("errors.field", contains("storeId", "topics[1]"))
                .body("errors.message", hasItem("must be a topic such as products/update"));
    }

    @Test
    void listShowsWhatShopifyHasInTheGuidesShape() {
        String store = TestStores.register(shop);
        Simulator.subscribe(shop, "orders/create", "https://other.example.com/hook");
        register(store).statusCode(200);

        get("list", store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("count", equalTo(4))
                .body(
                        "data.topic",
                        containsInAnyOrder("orders/create", "products/create", "products/update", "products/delete"))
                .body("data.format", everyItem(equalTo("json")))
                .body("data.apiVersion", everyItem(matchesPattern("\\d{4}-\\d\\d")))
                .body("data.createdAt", everyItem(matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")))
                .body("data.updatedAt", everyItem(matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")));
    }

    @Test
    void testShowsConfigurationAndWhatShopifyHas() {
        String store = TestStores.register(shop);
        Simulator.subscribe(shop, "orders/create", "https://other.example.com/hook");
        register(store, List.of("products/update"));

        get("test", store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.storeId", equalTo(store))
                .body("data.storeName", equalTo("Acme"))
                .body("data.shopDomain", equalTo(shop))
                .body("data.webhookBaseUrl", equalTo("http://localhost:3001"))
                .body("data.expectedWebhookUrl", equalTo(BASE + ":topic"))
                .body("data.isHttps", equalTo(false))
                .body("data.warning", containsString("simulator"))
                .body("data.apiVersion.configured", equalTo("2026-10"))
                .body("data.apiVersion.served", equalTo("2026-10"))
                .body("data.topics.find { it.topic == 'products/update' }.registered", equalTo(true))
                .body("data.topics.find { it.topic == 'products/create' }.registered", equalTo(false))
                .body("data.foreign.address", contains("https://other.example.com/hook"))
                .body("data.shopifyError", nullValue());
    }

    @Test
    void testSaysWhyShopifyDoesNotAnswer() {
        String store = TestStores.register(TestStores.newDomain(), "shpat_no_such_shop");

        get("test", store)
                .statusCode(200)
                .body("data.shopifyError", startsWith("shop_unavailable: Not Found"))
                .body("data.isHttps", equalTo(false));
    }

    @ParameterizedTest
    @CsvSource({
        "register,post",
        "list/{storeId},get",
        "plan/{storeId},get",
        "unregister/{storeId},delete",
        "{storeId}/{webhookId},delete"
    })
    void stateThatDoesNotAllowItIsDescribed(String route, String method) {
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/api/admin/webhooks/" + route + "'." + method + ".responses.'409'", notNullValue());
    }

    @Test
    void creationIsInTheAuditLog() {
        String store = TestStores.register(shop);
        try (LogRecorder log = LogRecorder.open()) {
            register(store, List.of("products/update")).statusCode(200);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Webhook created actor=olga@example.com store=" + store)
                            && line.contains("topic=products/update"));
        }
    }
}
