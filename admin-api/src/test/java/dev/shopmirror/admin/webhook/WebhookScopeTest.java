package dev.shopmirror.admin.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class WebhookScopeTest {

    @ParameterizedTest
    @CsvSource({
        "POST,register",
        "GET,list/{id}",
        "GET,plan/{id}",
        "GET,test/{id}",
        "DELETE,unregister/{id}",
        "DELETE,{id}/1"
    })
    void tokenForAnotherStoreIsRefused(String method, String route) {
        String domain = TestStores.newDomain();
        String store = TestStores.register(domain);
        String own = TestStores.register(TestStores.newDomain());
        Simulator.subscribe(domain, "orders/create", "http://localhost:3001/api/shopify/webhooks/orders/create");

        call(Tokens.limitedTo("operator", own), method, route, store)
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("store-forbidden"));
        assertThat(Simulator.addresses(domain)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"POST,register", "GET,list/{id}", "GET,plan/{id}", "GET,test/{id}", "DELETE,unregister/{id}"})
    void tokenForTheStoreOpensIt(String method, String route) {
        String store = TestStores.register(TestStores.newDomain());

        call(Tokens.limitedTo("operator", store), method, route, store)
                .statusCode(200)
                .body("success", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"POST,register", "DELETE,unregister/{id}", "DELETE,{id}/1"})
    void viewerChangesNothing(String method, String route) {
        String store = TestStores.register(TestStores.newDomain());

        call(Tokens.viewer(), method, route, store).statusCode(403).body("code", equalTo("forbidden"));
    }

    @Test
    void viewerSeesThePlan() {
        String store = TestStores.register(TestStores.newDomain());

        call(Tokens.viewer(), "GET", "plan/{id}", store).statusCode(200);
    }

    private static ValidatableResponse call(String token, String method, String route, String store) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(method.equals("POST") ? Map.of("storeId", store) : "")
                .request(method, "/api/admin/webhooks/" + route.replace("{id}", store))
                .then();
    }
}
