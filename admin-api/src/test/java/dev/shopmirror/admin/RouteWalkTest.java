package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Every route that the API describes, tried by those who may not use it. A new route is in it without being named. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RouteWalkTest {

    private String shopDomain;
    private String storeId;
    private String ownStoreId;

    @BeforeEach
    void registerStores() {
        shopDomain = TestStores.newDomain();
        storeId = TestStores.register(shopDomain);
        ownStoreId = TestStores.register(TestStores.newDomain());
    }

    @Test
    void descriptionNamesTheRoutesOfTheGuide() {
        assertThat(Route.all())
                .extracting(Route::toString)
                .contains(
                        "POST /api/admin/webhooks/register",
                        "GET /api/admin/webhooks/list/{storeId}",
                        "GET /api/admin/webhooks/test/{storeId}");
    }

    @TestFactory
    Stream<DynamicTest> noRouteOpensWithoutAToken() {
        return walk(route -> assertProblem(route.call(given(), storeId), 401, "unauthenticated"));
    }

    @TestFactory
    Stream<DynamicTest> noRouteOpensToAnotherGroup() {
        String customer = Tokens.sign(Tokens.claims("customer"));
        return walk(route -> assertProblem(route.call(given().auth().oauth2(customer), storeId), 403, "forbidden"));
    }

    @TestFactory
    Stream<DynamicTest> viewerChangesNothing() {
        return Route.all().stream()
                .filter(Route::changes)
                .map(route -> dynamicTest(route.toString(), () -> {
                    assertThat(route.roles()).containsExactly("operator");
                    assertProblem(route.call(given().auth().oauth2(Tokens.viewer()), storeId), 403, "forbidden");
                }));
    }

    /** A route that names a store refuses it; one that does not shows nothing of it. */
    @TestFactory
    Stream<DynamicTest> tokenOfAnotherStoreSeesNothingOfThisOne() {
        String limited = Tokens.limitedTo("operator", ownStoreId);
        return walk(route -> {
            Response answer = route.call(given().auth().oauth2(limited), storeId);
            if (route.namesAStore()) {
                assertProblem(answer, 403, "store-forbidden");
            } else {
                assertThat(answer.statusCode()).isLessThan(500);
                assertThat(answer.asString()).doesNotContain(shopDomain).doesNotContain(storeId);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyErrorIsDescribedAsAProblem() {
        return walk(route -> assertThat(route.errors())
                .containsKeys("401", "403", "429")
                .allSatisfy((status, content) -> assertThat(content).containsOnlyKeys("application/problem+json")));
    }

    private static Stream<DynamicTest> walk(java.util.function.Consumer<Route> step) {
        return Route.all().stream().map(route -> dynamicTest(route.toString(), () -> step.accept(route)));
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }

    /** A route as the description has it. */
    private record Route(String method, String path, Map<String, Object> operation) {

        static List<Route> all() {
            Map<String, Map<String, Map<String, Object>>> paths =
                    given().get("/q/openapi?format=json").jsonPath().getMap("paths");
            List<Route> routes = new ArrayList<>();
            paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
                if (List.of("get", "post", "put", "patch", "delete").contains(method)) {
                    routes.add(new Route(method.toUpperCase(java.util.Locale.ROOT), path, operation));
                }
            }));
            return routes;
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean namesAStore() {
            return path.contains("{storeId}") || path.startsWith("/api/admin/stores/{id}") || hasStoreInBody();
        }

        List<String> roles() {
            List<Map<String, List<String>>> security = field("security");
            return security.get(0).get("token");
        }

        Map<String, Map<String, Object>> errors() {
            Map<String, Map<String, Map<String, Object>>> responses = field("responses");
            return responses.entrySet().stream()
                    .filter(response -> response.getKey().matches("[45].."))
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, response -> response.getValue().get("content")));
        }

        Response call(io.restassured.specification.RequestSpecification request, String storeId) {
            String address = path.replace("{storeId}", storeId)
                    .replace("/stores/{id}", "/stores/" + storeId)
                    .replaceAll("\\{[a-zA-Z]+}", "1");
            return method.equals("GET") || method.equals("DELETE")
                    ? request.request(method, address)
                    : request.contentType("application/json")
                            .body(hasStoreInBody() ? Map.of("storeId", storeId) : Map.of())
                            .request(method, address);
        }

        private boolean hasStoreInBody() {
            return path.equals("/api/admin/webhooks/register");
        }

        @SuppressWarnings("unchecked")
        private <T> T field(String name) {
            return (T) operation.get(name);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
