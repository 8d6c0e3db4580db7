package dev.shopmirror.admin.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class StoreResourceTest {

    private static final String STORES = "/api/admin/stores";
    private static final String TOKEN = "shpat_visible_to_nobody_0123456789";
    private static final String REFRESH = "shprt_visible_to_nobody_0123456789";

    @Test
    void registeredStoreIsAtItsLocation() {
        String domain = TestStores.newDomain();

        Response created = create(Map.of("shopDomain", domain.toUpperCase(), "name", " Acme ", "accessToken", TOKEN));

        created.then().statusCode(201).header("Location", endsWith(STORES + "/" + created.path("id")));
        given().auth()
                .oauth2(Tokens.viewer())
                .get(created.header("Location"))
                .then()
                .statusCode(200)
                .body("shopDomain", equalTo(domain))
                .body("name", equalTo("Acme"))
                .body("status", equalTo("active"))
                .body("credentialKind", equalTo("access_token"))
                .body("needsBackfill", equalTo(true))
                .body("shopifyShopId", nullValue())
                .body("createdAt", equalTo(created.path("createdAt")));
    }

    @Test
    void allFormsOfCredentialsAreTaken() {
        create(Map.of(
                        "shopDomain",
                        TestStores.newDomain(),
                        "name",
                        "Acme",
                        "accessToken",
                        TOKEN,
                        "refreshToken",
                        REFRESH,
                        "expiresAt",
                        "2030-01-31T10:30:00+02:00"))
                .then()
                .statusCode(201)
                .body("credentialKind", equalTo("refreshable_token"))
                .body("accessTokenExpiresAt", equalTo("2030-01-31T08:30:00Z"));
        create(Map.of("shopDomain", TestStores.newDomain(), "name", "Acme", "clientCredentials", true))
                .then()
                .statusCode(201)
                .body("credentialKind", equalTo("client_credentials"));
    }

    @Test
    void knownShopIsAConflict() {
        String domain = TestStores.newDomain();
        Map<String, Object> store = Map.of("shopDomain", domain, "name", "Acme", "accessToken", TOKEN);
        create(store).then().statusCode(201);

        create(store)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("store-exists"));
    }

    @Test
    void everyInvalidFieldIsListed() {
        create(Map.of("shopDomain", "evil.com#.myshopify.com", "name", "", "refreshToken", REFRESH))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors.field", contains("shopDomain", "name", "accessToken", "expiresAt"));
    }

    /** The host of every call comes from the domain: whatever is not one must not get in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com#.myshopify.com",
                "evil.com/.myshopify.com",
                "user@acme.myshopify.com",
                "acme.myshopify.com.",
                "acme.myshopify.com:8443",
                "169.254.169.254",
                "[::1]",
                "аcme.myshopify.com",
                "acme.myshopify.com\r\nHost: evil.com"
            })
    void domainThatLeadsElsewhereIsRefused(String domain) {
        create(Map.of("shopDomain", domain, "name", "Acme", "accessToken", TOKEN))
                .then()
                .statusCode(400)
                .body("errors.field", contains("shopDomain"));
    }

    @Test
    void malformedIdIsNoUnknownOne() {
        get("/1-1-1-1-1").statusCode(400).body("code", equalTo("invalid-id"));
        get("/" + UUID.randomUUID()).statusCode(404).body("code", equalTo("store-not-found"));
    }

    @Test
    void listIsReadPageByPage() {
        List<String> domains = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            domains.add(TestStores.newDomain());
            TestStores.register(domains.get(i), TOKEN);
        }

        assertThat(domainsPageByPage(2)).isSorted().doesNotHaveDuplicates().containsAll(domains);
    }

    @Test
    void oneShopIsFoundByItsDomain() {
        String domain = TestStores.newDomain();
        String id = TestStores.register(domain, TOKEN);

        get("?shopDomain=" + domain).body("data.id", contains(id)).body("nextCursor", nullValue());
        get("?shopDomain=" + TestStores.newDomain()).body("data.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=251"})
    void limitOutOfBoundsIsNamed(String query) {
        get("?" + query).statusCode(400).body("errors.field", hasItem("limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "AA"})
    void inventedCursorIsNamed(String cursor) {
        get("?cursor=" + cursor).statusCode(400).body("errors.field", contains("cursor"));
    }

    @Test
    void nameThatTheDatabaseCannotHoldIsNamed() {
        create(Map.of("shopDomain", TestStores.newDomain(), "name", "Ac\0me", "accessToken", TOKEN))
                .then()
                .statusCode(400)
                .body("errors.field", contains("name"));
    }

    @Test
    void tokensAreInNoAnswerAndNoLog() {
        Map<String, Object> store = Map.of(
                "shopDomain",
                TestStores.newDomain(),
                "name",
                "Acme",
                "accessToken",
                TOKEN,
                "refreshToken",
                REFRESH,
                "expiresAt",
                "2030-01-31T10:30:00Z");
        try (LogRecorder log = LogRecorder.open()) {
            Response created = create(store);
            Response conflict = create(store);
            Response invalid = create(Map.of("accessToken", TOKEN + " \n", "refreshToken", REFRESH, "name", "x"));
            Response read = given().auth().oauth2(Tokens.viewer()).get(created.header("Location"));

            assertThat(created.statusCode()).isEqualTo(201);
            for (Response response : List.of(created, conflict, invalid, read)) {
                assertThat(response.asString()).isNotEmpty().doesNotContain(TOKEN, REFRESH, "test:");
            }
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains("visible_to_nobody"));
        }
    }

    @Test
    void tokensAreEncryptedInTheDatabase() throws SQLException {
        String id = TestStores.register(TestStores.newDomain(), TOKEN);

        assertThat(storedAccessToken(id)).startsWith("test:").doesNotContain("shpat");
    }

    @Test
    void changeIsInTheAuditLog() {
        String domain = TestStores.newDomain();
        try (LogRecorder log = LogRecorder.open()) {
            String id = TestStores.register(domain, TOKEN);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Store created actor=olga@example.com store=" + id + " shop=" + domain));
        }
    }

    private static List<String> domainsPageByPage(int limit) {
        List<String> domains = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String query = "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonPath page = get(query).statusCode(200).extract().jsonPath();
            assertThat(page.getList("data")).hasSizeLessThanOrEqualTo(limit);
            domains.addAll(page.getList("data.shopDomain"));
            cursor = page.getString("nextCursor");
        }
        return domains;
    }

    private static Response create(Map<String, Object> store) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(store)
                .post(STORES);
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.viewer()).get(STORES + path).then();
    }

    private static String storedAccessToken(String id) throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT access_token FROM store WHERE id = ?::uuid")) {
            query.setString(1, id);
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
