package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** Every route that the API describes as changing something, each to change one thing. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class AuditedRoutesTest {

    @TestFactory
    Stream<DynamicTest> everyChangeIsOneLineThatNamesWhoMadeIt() {
        return Route.all().stream()
                // needs the other services to change anything: AdminJourneyIT of the system tests
                .filter(route -> route.changes() && !route.path().contains("test-event"))
                .map(route -> dynamicTest(route.toString(), () -> changeAndLook(route)));
    }

    private static void changeAndLook(Route route) {
        FurnishedStore store = FurnishedStore.create();
        prepare(route, store);
        try (LogRecorder log = LogRecorder.open()) {
            Response answer = route.call(operator(route, store), store, body(route, store));

            assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("audit "))
                    .singleElement()
                    .asString()
                    .contains(" actor=olga@example.com ");
        }
    }

    private static void prepare(Route route, FurnishedStore store) {
        if (route.path().contains("/unregister/")) {
            Route register = Route.all().stream()
                    .filter(other -> other.path().endsWith("/webhooks/register"))
                    .findFirst()
                    .orElseThrow();
            register.call(operator(register, store), store, body(register, store))
                    .then()
                    .statusCode(200);
        }
    }

    private static Map<String, Object> body(Route route, FurnishedStore store) {
        String shopDomain = TestStores.newDomain();
        return switch (route.toString()) {
            case "POST /api/admin/stores" ->
                Map.of("shopDomain", shopDomain, "name", "Acme", "accessToken", Simulator.ACCESS_TOKEN);
            case "PATCH /api/admin/stores/{id}" -> Map.of("name", "Acme & Sons");
            case "POST /api/admin/webhooks/register" ->
                Map.of("storeId", store.id(), "topics", List.of("products/create"));
            case "POST /api/admin/dead-letters/redrive" -> Map.of("shopDomain", shopDomain);
            default -> Map.of();
        };
    }

    private static RequestSpecification operator(Route route, FurnishedStore store) {
        RequestSpecification request = given().auth().oauth2(Tokens.operator());
        return route.toString().equals("DELETE /api/admin/stores/{id}")
                ? request.queryParam("confirm", store.shopDomain())
                : request;
    }
}
