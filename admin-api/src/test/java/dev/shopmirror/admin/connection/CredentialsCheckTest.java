package dev.shopmirror.admin.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Database;
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
class CredentialsCheckTest {

    private final String shop = TestStores.newDomain();
    private String store;

    @BeforeEach
    void registerStore() {
        store = TestStores.register(shop);
        Simulator.scopes(shop, "read_products");
    }

    @Test
    void shopAndScopesAreLearntAndStored() {
        String shopId = check().statusCode(200)
                .body("valid", equalTo(true))
                .body("refusal", nullValue())
                .body("status", equalTo("active"))
                .body("scopes", equalTo(List.of("read_products")))
                .body("missingScopes", empty())
                .body("checkedAt", notNullValue())
                .extract()
                .path("shopifyShopId");

        assertThat(shopId).matches("\\d+");
        assertThat(column("shopify_shop_id")).isEqualTo(shopId);
        assertThat(column("access_scopes")).isEqualTo("{read_products}");
        assertThat(column("access_scopes_at")).isNotNull();
    }

    @Test
    void wantedTopicsThatLackAScopeAreNamed() {
        Database.update(
                "UPDATE store SET wanted_webhooks = '[{\"topic\": \"products/update\"}, {\"topic\":"
                        + " \"inventory_levels/update\"}, {\"topic\": \"locations/update\"}]' WHERE id = ?::uuid",
                store);

        check().body("missingScopes.topic", equalTo(List.of("inventory_levels/update", "locations/update")))
                .body("missingScopes[0].anyOf", equalTo(List.of("read_inventory")))
                .body("missingScopes[1].anyOf", equalTo(List.of("read_locations")));
    }

    @Test
    void topicOfUnknownScopesIsNamedToo() {
        Database.update(
                "UPDATE store SET wanted_webhooks = '[{\"topic\": \"holograms/projected\"}]' WHERE id = ?::uuid",
                store);

        check().body("missingScopes", empty()).body("unknownTopics", equalTo(List.of("holograms/projected")));
    }

    @Test
    void checksStayWithinTheShopsLimit() {
        Simulator.limits(shop, Map.of("restPerSecond", 4, "restBucket", 3));
        for (int i = 0; i < 3; i++) {
            check().body("valid", equalTo(true));
        }

        assertThat(Simulator.calls(shop, "throttled")).isZero();
    }

    @Test
    void refusedTokenDisconnectsAnActiveStore() {
        Simulator.uninstall(shop);

        check().statusCode(200)
                .body("valid", equalTo(false))
                .body("refusal", containsString("Invalid API key"))
                .body("status", equalTo("disconnected"))
                .body("statusReason", containsString("Shopify refused the access token"));
    }

    @Test
    void disconnectedStoreComesBackWhenItsTokenIsTakenAgain() {
        Database.update(
                "UPDATE store SET status = 'disconnected', status_reason = 'x', needs_backfill = false WHERE id = ?::uuid",
                store);

        check().body("status", equalTo("active")).body("statusReason", nullValue());
        assertThat(column("needs_backfill")).isEqualTo("t");
    }

    @Test
    void falseUninstallIsLifted() {
        markUninstalled();

        check().body("valid", equalTo(true)).body("status", equalTo("active"));
        assertThat(column("uninstalled_at")).isNull();
        assertThat(column("needs_backfill")).isEqualTo("t");
    }

    @Test
    void falseUninstallOfASwitchedOffStoreLeavesItOff() {
        markUninstalled();
        Database.update("UPDATE store SET status_before_uninstall = 'inactive' WHERE id = ?::uuid", store);

        check().body("valid", equalTo(true)).body("status", equalTo("inactive"));
        assertThat(column("uninstalled_at")).isNull();
    }

    @Test
    void trueUninstallIsConfirmed() {
        markUninstalled();
        Simulator.uninstall(shop);

        check().body("valid", equalTo(false))
                .body("status", equalTo("uninstalled"))
                .body("statusReason", containsString("refused the token"));
        assertThat(column("uninstall_confirmed_at")).isNotNull();
        assertThat(column("uninstalled_at")).isNotNull();
    }

    @Test
    void uninstalledStoreOfClientCredentialsIsConfirmedToo() {
        patch(Map.of("clientCredentials", true));
        markUninstalled();
        Simulator.uninstall(shop);

        check().body("valid", equalTo(false)).body("status", equalTo("uninstalled"));
        assertThat(column("uninstall_confirmed_at")).isNotNull();
    }

    @Test
    void switchedOffStoreIsCheckedAndStaysOff() {
        patch(Map.of("status", "inactive"));

        check().body("valid", equalTo(true)).body("status", equalTo("inactive"));
    }

    @Test
    void expiredTokenIsRenewedOnTheWay() {
        Map<String, String> pair = Simulator.issueTokens(shop);
        patch(Map.of(
                "accessToken",
                pair.get("access_token"),
                "refreshToken",
                pair.get("refresh_token"),
                "expiresAt",
                "2020-01-31T10:30:00Z"));

        check().body("valid", equalTo(true));
        assertThat(column("access_token_expires_at > now()")).isEqualTo("t");
    }

    @Test
    void anotherShopBehindTheDomainIsNotTakenForThisOne() {
        Database.update("UPDATE store SET shopify_shop_id = 1 WHERE id = ?::uuid", store);

        check().statusCode(409).body("code", equalTo("shop-mismatch"));
        assertThat(column("shopify_shop_id")).isEqualTo("1");
    }

    @Test
    void redactedStoreHasNothingToCheck() {
        Database.update("UPDATE store SET status = 'redacted', access_token = NULL WHERE id = ?::uuid", store);

        check().statusCode(409)
                .body("code", equalTo("store-not-active"))
                .body("detail", containsString("give it new credentials"));
    }

    @Test
    void onlyAnOperatorOfTheStoreChecks() {
        checkAs(Tokens.viewer()).statusCode(403).body("code", equalTo("forbidden"));
        checkAs(Tokens.limitedTo("operator", "3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11"))
                .statusCode(403)
                .body("code", equalTo("store-forbidden"));
        checkAs(Tokens.limitedTo("operator", store)).statusCode(200);
    }

    @Test
    void checkIsInTheAuditLog() {
        try (LogRecorder log = LogRecorder.open()) {
            check();

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Credentials checked actor=olga@example.com store=" + store + " shop="
                                    + shop + " valid=true status=active"));
        }
    }

    @Test
    void checkIsDescribed() {
        given().get("/q/openapi?format=json")
                .then()
                .body("paths.'/api/admin/stores/{id}/credentials/check'.post.responses", notNullValue())
                .body("paths.'/api/admin/stores/{id}'.keySet()", hasItems("get", "patch", "delete"));
    }

    private void markUninstalled() {
        Database.update(
                "UPDATE store SET status = 'uninstalled', uninstalled_at = now(), needs_backfill = false WHERE id = ?::uuid",
                store);
    }

    private void patch(Map<String, Object> body) {
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(body)
                .patch("/api/admin/stores/" + store)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse check() {
        return checkAs(Tokens.operator());
    }

    private ValidatableResponse checkAs(String token) {
        return given().auth()
                .oauth2(token)
                .post("/api/admin/stores/" + store + "/credentials/check")
                .then();
    }

    private String column(String name) {
        return Database.text("SELECT " + name + " FROM store WHERE id = ?::uuid", store);
    }
}
