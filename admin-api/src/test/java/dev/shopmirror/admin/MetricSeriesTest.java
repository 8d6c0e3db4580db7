package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Thousands of shops must not be thousands of series. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class MetricSeriesTest {

    @Test
    void noMetricNamesAShopOrAStore() {
        String shop = TestStores.newDomain();
        String store = TestStores.register(shop);
        given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(Map.of("storeId", store))
                .post("/api/admin/webhooks/register")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/admin/stores/" + store)
                .then()
                .statusCode(200);

        String metrics =
                given().get("/q/metrics").then().statusCode(200).extract().asString();

        assertThat(metrics).contains("shopmirror_shopify_calls_seconds_count");
        assertThat(metrics).doesNotContain(shop).doesNotContain(store);
        // Counted by its host, every shop of Shopify's would have series of its own
        assertThat(metrics.lines().filter(line -> line.startsWith("http_client")))
                .noneMatch(line -> line.contains("127.0.0.1"));
    }
}
