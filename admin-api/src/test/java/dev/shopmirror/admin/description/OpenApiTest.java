package dev.shopmirror.admin.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** What the description says of every body that comes or goes. */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class OpenApiTest {

    private JsonNode api;

    @BeforeEach
    void read() throws Exception {
        api = new ObjectMapper().readTree(given().get("/q/openapi?format=json").asByteArray());
    }

    @Test
    void descriptionIsOpenApi31() {
        assertThat(api.path("openapi").asText()).startsWith("3.1.");
    }

    @TestFactory
    Stream<DynamicTest> everySuccessHasASchema() {
        return bodies().filter(body -> body.name().matches(".* 2.."))
                .map(body ->
                        dynamicTest(body.name(), () -> assertThat(body.schema().isMissingNode())
                                .as("no schema")
                                .isFalse()));
    }

    @TestFactory
    Stream<DynamicTest> everyFieldOfEveryBodyHasAnExample() {
        return bodies().map(body -> dynamicTest(body.name(), () -> {
            List<String> bare = new ArrayList<>();
            collectBare(body.schema(), "", bare);
            assertThat(bare)
                    .as("fields without an example: beside them, or in openapi-examples.json")
                    .isEmpty();
        }));
    }

    @Test
    void everyExampleIsOfAFieldThatIsThere() throws Exception {
        Set<String> known = new HashSet<>();
        api.at("/components/schemas").properties().forEach(schema -> {
            known.add(schema.getKey());
            schema.getValue().path("properties").fieldNames().forEachRemaining(field -> {
                known.add(field);
                known.add(schema.getKey() + "." + field);
            });
        });

        assertThat(new ObjectMapper()
                        .readTree(getClass().getResource("/openapi-examples.json"))
                        .fieldNames())
                .toIterable()
                .isSubsetOf(known);
    }

    /** Java's classes say nothing of a body. */
    @Test
    void noTypeOfALibraryIsDescribed() {
        assertThat(api.at("/components/schemas").fieldNames()).toIterable().noneMatch(name -> name.contains("Json"));
    }

    /** A body of a request or of an answer. */
    private record Body(String name, JsonNode schema) {}

    private Stream<Body> bodies() {
        List<Body> bodies = new ArrayList<>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> collect(operation.getKey() + " " + path.getKey(), operation.getValue(), bodies)));
        assertThat(bodies).isNotEmpty();
        return bodies.stream();
    }

    private static void collect(String route, JsonNode operation, List<Body> bodies) {
        if (operation.has("requestBody")) {
            bodies.add(new Body(route, schema(operation.path("requestBody"))));
        }
        operation
                .path("responses")
                .properties()
                .forEach(
                        response -> bodies.add(new Body(route + " " + response.getKey(), schema(response.getValue()))));
    }

    private static JsonNode schema(JsonNode holder) {
        JsonNode content = holder.path("content");
        return content.path(
                        content.fieldNames().hasNext() ? content.fieldNames().next() : "")
                .path("schema");
    }

    /** Names the fields without an example; an object has one when its fields have. */
    private void collectBare(JsonNode schema, String path, List<String> bare) {
        JsonNode own = resolve(schema);
        if (own.has("examples") || own.has("example")) {
            return;
        }
        List<JsonNode> parts = new ArrayList<>();
        List.of("anyOf", "oneOf", "allOf").forEach(kind -> own.path(kind).forEach(parts::add));
        if (own.has("items")) {
            parts.add(own.path("items"));
        }
        parts.removeIf(part -> part.path("type").asText().equals("null"));
        parts.forEach(part -> collectBare(part, path, bare));
        Iterable<Map.Entry<String, JsonNode>> properties =
                own.path("properties").properties();
        properties.forEach(property -> collectBare(property.getValue(), path + "/" + property.getKey(), bare));
        if (parts.isEmpty() && !own.has("properties")) {
            bare.add(path);
        }
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? api.at(schema.path("$ref").asText().substring(1)) : schema;
    }
}
