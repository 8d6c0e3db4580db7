package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
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

    private FurnishedStore store;
    private String ownStoreId;

    @BeforeEach
    void furnish() {
        store = FurnishedStore.create();
        ownStoreId = TestStores.register(TestStores.newDomain());
    }

    @Test
    void descriptionNamesTheRoutesOfTheGuide() {
        assertThat(Route.all())
                .extracting(Route::toString)
                .contains(
                        "POST /api/admin/webhooks/register",
                        "GET /api/admin/webhooks/list/{storeId}",
                        "GET /api/admin/webhooks/test/{storeId}",
                        "DELETE /api/admin/webhooks/{storeId}/{webhookId}",
                        "DELETE /api/admin/webhooks/unregister/{storeId}");
    }

    @TestFactory
    Stream<DynamicTest> noRouteOpensWithoutAToken() {
        return walk(route -> {
            Response answer = route.call(given(), store);
            assertProblem(answer, 401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        });
    }

    @TestFactory
    Stream<DynamicTest> noRouteOpensToAnotherGroup() {
        String customer = Tokens.sign(Tokens.claims("customer"));
        return walk(route -> assertProblem(route.call(with(customer), store), 403, "forbidden"));
    }

    @TestFactory
    Stream<DynamicTest> viewerChangesNothing() {
        return Route.all().stream()
                .filter(Route::changes)
                .map(route -> dynamicTest(route.toString(), () -> {
                    assertThat(route.roles()).containsExactly("operator");
                    assertProblem(route.call(with(Tokens.viewer()), store), 403, "forbidden");
                }));
    }

    /** What the next test looks for is there to be seen. */
    @TestFactory
    Stream<DynamicTest> tokenOfAllStoresSeesEachThing() {
        return Route.all().stream()
                .filter(route -> !route.changes() && !route.namesAStore())
                .map(route -> dynamicTest(route.toString(), () -> {
                    Response answer = route.call(with(Tokens.viewer()), store);
                    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                    assertThat(answer.asString()).contains(store.id());
                }));
    }

    /** A route that names a store refuses it, a list leaves out what is its, and what belongs to it is not there. */
    @TestFactory
    Stream<DynamicTest> tokenOfAnotherStoreSeesNothingOfThisOne() {
        String limited = Tokens.limitedTo("operator", ownStoreId);
        return walk(route -> {
            Response answer = route.call(with(limited), store);
            if (route.namesAStore() || route.reachesEveryStore()) {
                assertProblem(answer, 403, "store-forbidden");
            } else {
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(route.isList() ? 200 : 404);
                assertThat(answer.asString()).doesNotContain(store.shopDomain()).doesNotContain(store.id());
            }
            assertUntouched();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyErrorIsDescribedAsAProblem() {
        return walk(route -> assertThat(route.errors())
                .containsKeys("401", "403", "429")
                .allSatisfy((status, content) -> assertThat(content).containsOnlyKeys("application/problem+json")));
    }

    private void assertUntouched() {
        assertThat(Database.text("SELECT status FROM redrive_job WHERE id = ?::uuid", store.jobId()))
                .isEqualTo("running");
        assertThat(Database.text("SELECT status FROM store WHERE id = ?::uuid", store.id()))
                .isEqualTo("active");
        assertThat(Simulator.addresses(store.shopDomain())).hasSize(1);
    }

    private static Stream<DynamicTest> walk(Consumer<Route> step) {
        return Route.all().stream().map(route -> dynamicTest(route.toString(), () -> step.accept(route)));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token);
    }

    private static void assertProblem(Response answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
    }
}
