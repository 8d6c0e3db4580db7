package dev.shopmirror.admin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/**
 * Requests that an operator should not make, to every route that the API describes: whatever comes in, the answer is no
 * 500. {@code -Dfuzz.cases=500 -Dfuzz.seed=…} for more, or for the same again.
 */
@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class BentRequestsTest {

    private static final int CASES = Integer.getInteger("fuzz.cases", 30);
    private static final long SEED = Long.getLong("fuzz.seed", new Random().nextLong());
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)}");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "abc",
            "9223372036854775808",
            "1e400",
            "null",
            "true",
            "\u0000",
            "a\u0000b",
            "../..",
            "%",
            "'; DROP TABLE store; --",
            "\ud83d\ude00",
            "x".repeat(5_000),
            "evil.com#.myshopify.com",
            "acme.myshopify.com.",
            "127.0.0.1",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "products/update",
            "dead_lettered",
            "eyJ4Ijoy");

    private static final List<String> TIMES = List.of(
            "2026-10-01T08:30:00Z",
            "2026-10-01T08:30:00.000001Z",
            "+10000-01-01T00:00:00Z",
            "+294277-01-01T00:00:00Z",
            "-4714-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z");

    private static final List<String> KEYS =
            List.of("3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11", "788032119674292922", "acme.myshopify.com");

    private static final List<String> JSON = List.of(
            "null", "[]", "{}", "\"text\"", "-1", "1e400", "true", "[[[[]]]]", "{\"a\":{\"b\":[null]}}", "\"\\u0000\"");

    private static final List<String> FIELDS = List.of(
            "storeId",
            "topics",
            "shopDomain",
            "name",
            "accessToken",
            "refreshToken",
            "expiresAt",
            "clientCredentials",
            "status",
            "wantedWebhooks",
            "healsDrift",
            "id",
            "topic",
            "reason",
            "outcome",
            "from",
            "to",
            "all");

    private final Random random = new Random(SEED);
    private String storeId;

    @BeforeEach
    void registerStore() {
        storeId = TestStores.register(TestStores.newDomain());
    }

    @TestFactory
    Stream<DynamicTest> noRequestIsAnsweredWithAnInternalError() {
        Map<String, Map<String, Map<String, Object>>> paths =
                given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        return paths.entrySet().stream().flatMap(path -> path.getValue().entrySet().stream()
                .map(operation -> dynamicTest(
                        operation.getKey() + " " + path.getKey(),
                        () -> bend(operation.getKey(), path.getKey(), operation.getValue()))));
    }

    @ParameterizedTest
    @CsvSource({
        "/deliveries, acme.myshopify.com|products/update|b54557e4",
        "/dead-letters, acme.myshopify.com|products/update|b54557e4",
        "/dead-letters/redrives, 3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11",
        "/products, 788032119674292922|3f0e8f0e-6c1c-4a52-9d4b-7a1f6a2f9c11"
    })
    void cursorOfATimeThatNoDatabaseHoldsIsRefused(String list, String key) {
        for (String time : TIMES.subList(2, TIMES.size())) {
            given().auth()
                    .oauth2(Tokens.viewer())
                    .queryParam("cursor", cursor(time, key.split("\\|")))
                    .get("/api/admin" + list)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("cursor"));
        }
    }

    private void bend(String method, String path, Map<String, Object> operation) {
        for (int i = 0; i < CASES; i++) {
            String address = address(path) + query(operation);
            String body = body();
            Response answer = send(method, address, body);

            assertThat(answer.statusCode())
                    .as("seed %d: %s %s %s answered %s", SEED, method, address, body, answer.asString())
                    .isNotEqualTo(500)
                    .isLessThan(504);
        }
    }

    private Response send(String method, String address, String body) {
        // a caller of its own each time, so that none is held off for calling too often
        String token = Tokens.sign(Tokens.claims("operator").subject("fuzz-" + random.nextLong()));
        RequestSpecification request = given().urlEncodingEnabled(false).auth().oauth2(token);
        boolean bodiless = method.equals("get") || method.equals("delete");
        return (bodiless ? request : request.contentType("application/json").body(body))
                .request(method.toUpperCase(Locale.ROOT), address);
    }

    /** Half of the time the store is one that is there, so that what comes behind it is reached. */
    private String address(String path) {
        return PARAMETER
                .matcher(path)
                .replaceAll(parameter -> random.nextBoolean() && !path.contains("webhookId")
                        ? storeId
                        : URLEncoder.encode(one(TEXTS.subList(2, TEXTS.size())), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }

    @SuppressWarnings("unchecked")
    private String query(Map<String, Object> operation) {
        StringBuilder query = new StringBuilder("?");
        List<Map<String, Object>> parameters =
                (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
        for (Map<String, Object> parameter : parameters) {
            if (parameter.get("in").equals("query") && random.nextBoolean()) {
                query.append(parameter.get("name"))
                        .append('=')
                        .append(URLEncoder.encode(text((String) parameter.get("name")), StandardCharsets.UTF_8))
                        .append('&');
            }
        }
        return query.substring(0, query.length() - 1);
    }

    /** Half of the cursors have the shape of one, so that what is made of their parts is reached. */
    private String text(String parameter) {
        return parameter.equals("cursor") && random.nextBoolean()
                ? cursor(
                        one(TIMES),
                        random.ints(1 + random.nextInt(3), 0, 3)
                                .mapToObj(this::key)
                                .toArray(String[]::new))
                : one(TEXTS);
    }

    private String key(int kind) {
        return random.nextInt(5) == 0 ? one(TEXTS) : KEYS.get(kind);
    }

    private static String cursor(String time, String... key) {
        String parts = time + "\u0000" + String.join("\u0000", key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    private String body() {
        if (random.nextInt(5) == 0) {
            return one(JSON);
        }
        StringBuilder body =
                new StringBuilder("{\"storeId\":\"").append(storeId).append('"');
        for (int i = random.nextInt(4); i > 0; i--) {
            body.append(",\"").append(one(FIELDS)).append("\":").append(value());
        }
        return body.append('}').toString();
    }

    private String value() {
        return random.nextBoolean()
                ? one(JSON)
                : '"' + one(TEXTS).replace("\\", "\\\\").replace("\u0000", "\\u0000") + '"';
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
