package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Every route that the API describes with query parameters takes those, and no other. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class QueryNamesTest {

    private FurnishedStore store;

    @BeforeEach
    void furnish() {
        store = FurnishedStore.create();
    }

    @TestFactory
    Stream<DynamicTest> misspeltNameIsNamed() {
        return walk(route -> {
            JsonPath problem = call(route, List.of("limmit", "Topic"));

            assertThat(problem.getString("code")).isEqualTo("invalid-request");
            assertThat(problem.getList("errors.field", String.class)).containsExactly("Topic", "limmit");
            assertThat(problem.getString("errors[0].message"))
                    .contains(route.queryNames())
                    .contains("is not known here");
        });
    }

    @TestFactory
    Stream<DynamicTest> describedNameIsKnown() {
        return walk(
                route -> assertThat(call(route, route.queryNames()).prettify()).doesNotContain("is not known here"));
    }

    private JsonPath call(Route route, List<String> names) {
        RequestSpecification request = given().auth().oauth2(Tokens.operator());
        names.forEach(name -> request.queryParam(name, "x"));
        return route.call(request, store).jsonPath();
    }

    private static Stream<DynamicTest> walk(Consumer<Route> step) {
        return Route.all().stream()
                .filter(route -> !route.queryNames().isEmpty())
                .map(route -> dynamicTest(route.toString(), () -> step.accept(route)));
    }
}
