package dev.shopmirror.admin.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
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

/** Tokens from their registration to their refusal, seen through a call that uses them: the list of webhooks. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class TokenLifeTest {

    private final String shop = TestStores.newDomain();
    private final List<Response> responses = new ArrayList<>();

    @BeforeEach
    void openShop() {
        Simulator.openShop(shop);
    }

    @Test
    void expiredTokenIsRenewedBeforeTheCall() {
        String store = registerPair("2020-01-31T10:30:00Z");

        list(store, 200);
        list(store, 200);
        assertThat(column(store, "access_token_expires_at > now() + interval '50 minutes'"))
                .isEqualTo("t");
    }

    @Test
    void tokenThatShopifyRefusesEarlyIsRenewedAndTheCallRepeated() {
        String store = registerPair("2099-01-31T10:30:00Z");
        list(store, 200);
        Simulator.expireAccessTokens(shop);

        list(store, 200);
        assertThat(column(store, "status")).isEqualTo("active");
    }

    @Test
    void tokenOfUnknownLifeIsRenewedWhenItIsRefused() {
        Simulator.tokenRules(shop, Map.of("tellsExpiry", false));
        String store = registerPair("2020-01-31T10:30:00Z");

        list(store, 200);
        assertThat(column(store, "access_token_expires_at")).isNull();
        Simulator.expireAccessTokens(shop);
        list(store, 200);
    }

    @Test
    void refusedRefreshDisconnectsUntilNewCredentialsCome() {
        String store = registerPair("2020-01-31T10:30:00Z");
        Simulator.tokenRules(shop, Map.of("refusesRefresh", true));

        list(store, 502);
        assertThat(column(store, "status")).isEqualTo("disconnected");
        assertThat(column(store, "status_reason")).contains("gives no new access token: invalid_request");
        list(store, 409);

        patch(store, Map.of("accessToken", Simulator.ACCESS_TOKEN));
        list(store, 200);
    }

    @Test
    void clientCredentialsAreEnough() {
        String store = TestStores.register(Map.of("shopDomain", shop, "name", "Acme", "clientCredentials", true));

        list(store, 200);
        String first = column(store, "access_token");
        list(store, 200);
        assertThat(column(store, "access_token")).isEqualTo(first);
        Simulator.expireAccessTokens(shop);
        list(store, 200);
        assertThat(column(store, "access_token")).isNotEqualTo(first);
    }

    @Test
    void shopOfAnotherOrganisationIsDisconnected() {
        Simulator.tokenRules(shop, Map.of("refusesClientCredentials", true));
        String store = TestStores.register(Map.of("shopDomain", shop, "name", "Acme", "clientCredentials", true));

        list(store, 502);
        assertThat(column(store, "status_reason")).contains("shop_not_permitted");
    }

    @Test
    void tokenWithoutARefreshTokenDisconnectsWhenItIsRefused() {
        String store = TestStores.register(shop);
        list(store, 200);
        Simulator.uninstall(shop);

        list(store, 502);
        assertThat(column(store, "status")).isEqualTo("disconnected");
        Simulator.reinstall(shop, "shpat_after_reinstallation");
        patch(store, Map.of("accessToken", "shpat_after_reinstallation"));
        list(store, 200);
    }

    @Test
    void requestsAtOnceShareOneRenewal() {
        String store = registerPair("2020-01-31T10:30:00Z");
        List<CompletableFuture<Integer>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(CompletableFuture.supplyAsync(() -> listAnswer(store).statusCode()));
        }

        assertThat(requests).allSatisfy(request -> assertThat(request.join()).isEqualTo(200));
        assertThat(column(store, "status")).isEqualTo("active");
    }

    @Test
    void noTokenIsInAnyAnswerOrLog() {
        List<String> secrets = new ArrayList<>(List.of(Simulator.ACCESS_TOKEN, Simulator.CLIENT_SECRET));
        Map<String, String> pair = Simulator.issueTokens(shop);
        secrets.addAll(pair.values());
        secrets.add("shpat_nobody_sees_this");
        try (LogRecorder log = LogRecorder.open()) {
            String store = register(pair, "2020-01-31T10:30:00Z");
            list(store, 200);
            Simulator.expireAccessTokens(shop);
            list(store, 200);
            keep(patchAnswer(store, Map.of("accessToken", pair.get("access_token"), "clientCredentials", true)));
            keep(patchAnswer(store, Map.of("accessToken", "shpat_nobody_sees_this")));
            keep(operator("POST", store + "/credentials/check"));
            keep(operator("POST", "reencrypt"));
            patch(store, Map.of("clientCredentials", true));
            Simulator.tokenRules(shop, Map.of("refusesClientCredentials", true));
            list(store, 502);
            keep(operator("GET", store));
            keep(operator("GET", "?limit=250"));
            keep(operator("DELETE", store));
            keep(given().get("/q/metrics"));

            secrets.add("shpat_");
            secrets.add("shprt_");
            assertThat(responses).hasSizeGreaterThan(9).allSatisfy(response -> assertThat(
                            response.asString() + response.headers())
                    .doesNotContain(secrets)
                    .doesNotContain("test:", "old:"));
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> secrets.stream()
                    .anyMatch(line::contains));
        }
    }

    private String registerPair(String expiresAt) {
        return register(Simulator.issueTokens(shop), expiresAt);
    }

    private String register(Map<String, String> pair, String expiresAt) {
        return TestStores.register(Map.of(
                "shopDomain",
                shop,
                "name",
                "Acme",
                "accessToken",
                pair.get("access_token"),
                "refreshToken",
                pair.get("refresh_token"),
                "expiresAt",
                Instant.parse(expiresAt).toString()));
    }

    private void list(String store, int expectedStatus) {
        Response answer = listAnswer(store);
        keep(answer);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(expectedStatus);
    }

    private static Response listAnswer(String store) {
        return given().auth().oauth2(Tokens.viewer()).get("/api/admin/webhooks/list/" + store);
    }

    private void patch(String store, Map<String, Object> body) {
        Response answer = patchAnswer(store, body);
        keep(answer);
        answer.then().statusCode(200);
    }

    private static Response patchAnswer(String store, Map<String, Object> body) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(body)
                .patch("/api/admin/stores/" + store);
    }

    private static Response operator(String method, String path) {
        return given().auth().oauth2(Tokens.operator()).request(method, "/api/admin/stores/" + path);
    }

    private void keep(Response response) {
        responses.add(response);
    }

    private static String column(String store, String name) {
        return Database.text("SELECT " + name + " FROM store WHERE id = ?::uuid", store);
    }
}
