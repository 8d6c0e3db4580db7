package dev.shopmirror.admin.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class StorePatchTest {

    private static final String STORES = "/api/admin/stores/";

    private String shop;
    private String store;

    @BeforeEach
    void registerStore() {
        shop = TestStores.newDomain();
        store = TestStores.register(shop, "shpat_first");
    }

    @Test
    void whatIsNotNamedStaysAsItIs() {
        String token = column("access_token");

        patch(Map.of("name", " Acme Ltd ")).statusCode(200).body("name", equalTo("Acme Ltd"));

        get().body("name", equalTo("Acme Ltd"))
                .body("status", equalTo("active"))
                .body("shopDomain", equalTo(shop))
                .body("wantedWebhooks", nullValue())
                .body("healsDrift", equalTo(false));
        assertThat(column("access_token")).isEqualTo(token);
    }

    @Test
    void patchOfNothingChangesNothing() {
        String updatedAt = column("updated_at");
        try (LogRecorder log = LogRecorder.open()) {
            patch(Map.of()).statusCode(200).body("id", equalTo(store));
            patch(Collections.singletonMap("name", null)).statusCode(200).body("id", equalTo(store));

            assertThat(log.lines()).noneMatch(line -> line.contains("Store changed"));
        }
        assertThat(column("updated_at")).isEqualTo(updatedAt);
    }

    @Test
    void storeIsSwitchedOffAndOn() {
        Database.update("UPDATE store SET needs_backfill = false WHERE id = ?::uuid", store);

        patch(Map.of("status", "inactive"))
                .statusCode(200)
                .body("status", equalTo("inactive"))
                .body("statusReason", equalTo("Switched off by an operator"));
        patch(Map.of("status", "active"))
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("statusReason", nullValue())
                .body("needsBackfill", equalTo(true));
    }

    @Test
    void disconnectedStoreTakesNewCredentials() {
        Database.update("UPDATE store SET status = 'disconnected', status_reason = 'x' WHERE id = ?::uuid", store);
        String installedAt = column("installed_at");

        patch(Map.of("status", "active")).statusCode(409).body("code", equalTo("credentials-needed"));
        patch(Map.of("accessToken", "shpat_second"))
                .statusCode(200)
                .body("status", equalTo("active"))
                .body("statusReason", nullValue())
                .body("credentialKind", equalTo("access_token"));
        assertThat(column("installed_at")).isGreaterThan(installedAt);
    }

    @Test
    void credentialsAreReplacedInEachForm() {
        patch(Map.of("accessToken", "shpat_2", "refreshToken", "shprt_2", "expiresAt", "2030-01-31T10:30:00+02:00"))
                .statusCode(200)
                .body("credentialKind", equalTo("refreshable_token"))
                .body("accessTokenExpiresAt", equalTo("2030-01-31T08:30:00Z"));
        patch(Map.of("clientCredentials", true))
                .statusCode(200)
                .body("credentialKind", equalTo("client_credentials"))
                .body("accessTokenExpiresAt", nullValue());
        assertThat(column("access_token")).isNull();
        assertThat(column("refresh_token")).isNull();
        patch(Map.of("accessToken", "shpat_3")).statusCode(200).body("credentialKind", equalTo("access_token"));
    }

    @Test
    void wantedWebhooksAreKeptAsGivenAndClearedByNull() {
        List<Map<String, Object>> wanted = List.of(
                Map.of("topic", "orders/create", "fields", List.of("id", "updated_at"), "filter", "id:*"),
                Map.of("topic", "inventory_levels/update"));

        patch(Map.of("wantedWebhooks", wanted, "healsDrift", true))
                .statusCode(200)
                .body("wantedWebhooks", equalTo(wanted))
                .body("healsDrift", equalTo(true));
        get().body("wantedWebhooks", equalTo(wanted));
        patch(Map.of("name", "Acme")).body("wantedWebhooks", equalTo(wanted));
        patch(Collections.singletonMap("wantedWebhooks", null)).statusCode(200).body("wantedWebhooks", nullValue());
        assertThat(column("wanted_webhooks")).isNull();
    }

    @Test
    void wantedWebhooksThatShopifyOrThisServiceCouldNotUseAreRefused() {
        List<Map<String, Object>> wanted = List.of(
                Map.of("topic", "products/updates"),
                Map.of("topic", "products/update", "fields", List.of("id", "updated_at")));

        patch(Map.of("wantedWebhooks", wanted))
                .statusCode(400)
                .body("errors.field", equalTo(List.of("wantedWebhooks[0].topic", "wantedWebhooks[1].fields")));
    }

    @Test
    void everyInvalidFieldIsListed() {
        patch(Map.of(
                        "name",
                        " ",
                        "status",
                        "uninstalled",
                        "refreshToken",
                        "shprt_1",
                        "wantedWebhooks",
                        List.of(Map.of("topic", "products update"), Map.of("topic", "a/b", "filtre", "x"))))
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body(
                        "errors.field",
                        contains(
                                "name",
                                "status",
                                "accessToken",
                                "expiresAt",
                                "wantedWebhooks[0].topic",
                                "wantedWebhooks[1].filtre"));
    }

    /** Where calls go is set once and for all: a domain from elsewhere would take the token with it. */
    @ParameterizedTest
    @ValueSource(strings = {"other.myshopify.com", "evil.com#.myshopify.com", "127.0.0.1"})
    void shopOfAStoreNeverChanges(String domain) {
        patch(Map.of("shopDomain", domain)).statusCode(400);

        get().body("shopDomain", equalTo(shop));
    }

    @Test
    void whatTheMirrorAndTheWatchdogLearntIsShown() {
        Database.update(
                "UPDATE store SET currency = 'EUR', access_scopes = '{read_products}', drift = '[{\"topic\": \"a/b\"}]',"
                        + " drift_checked_at = '2026-11-24T10:00:00Z', shopify_shop_id = 788032119674292922"
                        + " WHERE id = ?::uuid",
                store);

        get().body("currency", equalTo("EUR"))
                .body("accessScopes", contains("read_products"))
                .body("drift.topic", contains("a/b"))
                .body("driftCheckedAt", equalTo("2026-11-24T10:00:00Z"))
                .body("shopifyShopId", equalTo("788032119674292922"))
                .body("uninstalledAt", nullValue());
        patch(Map.of("name", "Other")).statusCode(200).body("currency", equalTo("EUR"));
    }

    @Test
    void redactedStoreIsShownAndTakesNewCredentials() {
        Database.update(
                "UPDATE store SET status = 'redacted', name = shop_domain, access_token = NULL WHERE id = ?::uuid",
                store);

        get().statusCode(200).body("status", equalTo("redacted"));
        patch(Map.of("name", "Acme")).statusCode(200).body("status", equalTo("redacted"));
        patch(Map.of("accessToken", "shpat_again")).statusCode(200).body("status", equalTo("active"));
    }

    @Test
    void unknownStoreIsNoMalformedOne() {
        operator(Tokens.operator(), UUID.randomUUID().toString(), Map.of("name", "x"))
                .statusCode(404);
        operator(Tokens.operator(), "1-1-1-1-1", Map.of("name", "x"))
                .statusCode(400)
                .body("code", equalTo("invalid-id"));
    }

    @Test
    void auditLogNamesWhatChangedAndNoValue() {
        try (LogRecorder log = LogRecorder.open()) {
            patch(Map.of("name", "Acme", "accessToken", "shpat_seen_nowhere")).statusCode(200);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Store changed actor=olga@example.com store=" + store + " shop=" + shop
                                    + " status=active changed=name,credentials"))
                    .noneMatch(line -> line.contains("shpat_seen_nowhere"));
        }
    }

    @Test
    void limitedTokenSeesAndChangesItsOwnStoresAlone() {
        String foreign = TestStores.register(TestStores.newDomain(), "shpat_foreign");
        String limited = Tokens.limitedTo("operator", store);

        operator(limited, store, Map.of("name", "Mine")).statusCode(200);
        operator(limited, foreign, Map.of("name", "Stolen")).statusCode(403).body("code", equalTo("store-forbidden"));
        as(limited).get(STORES + foreign).then().statusCode(403);
        as(limited).get(STORES + UUID.randomUUID()).then().statusCode(403);
        as(limited).get(STORES + store).then().statusCode(200);
        as(limited).get("/api/admin/stores?limit=250").then().body("data.id", contains(store));
        as(limited).get("/api/admin/stores?shopDomain=" + shop).then().body("data.id", contains(store));
        String foreignShop = Database.text("SELECT shop_domain FROM store WHERE id = ?::uuid", foreign);
        as(limited)
                .get("/api/admin/stores?shopDomain=" + foreignShop)
                .then()
                .statusCode(200)
                .body("data.id", not(hasItem(foreign)));
        as(Tokens.limitedTo("viewer")).get("/api/admin/stores").then().body("data.size()", equalTo(0));
    }

    @Test
    void limitedTokenCreatesNoStore() {
        as(Tokens.limitedTo("operator", store))
                .contentType("application/json")
                .body(Map.of("shopDomain", TestStores.newDomain(), "name", "Acme", "accessToken", "shpat_1"))
                .post("/api/admin/stores")
                .then()
                .statusCode(403)
                .body("code", equalTo("store-forbidden"));
    }

    private ValidatableResponse patch(Map<String, ?> body) {
        return operator(Tokens.operator(), store, body);
    }

    private static ValidatableResponse operator(String token, String store, Map<String, ?> body) {
        return as(token)
                .contentType("application/json")
                .body(body)
                .patch(STORES + store)
                .then();
    }

    private ValidatableResponse get() {
        return as(Tokens.viewer()).get(STORES + store).then();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private String column(String name) {
        return Database.text("SELECT " + name + " FROM store WHERE id = ?::uuid", store);
    }
}
