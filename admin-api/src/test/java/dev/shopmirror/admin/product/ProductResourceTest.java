package dev.shopmirror.admin.product;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class ProductResourceTest {

    private static final String PRODUCTS = "/api/admin/products";
    private static final long ID = 788032119674292922L;
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private String store;

    @BeforeEach
    void register() {
        store = newStore();
    }

    @Test
    void newestSyncedComesFirstPageByPage() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            insert(store, 100 + i, NOON.plusSeconds(i), "active", false);
            newestFirst.add(0, String.valueOf(100 + i));
        }
        insert(store, 200, NOON.plusSeconds(2), "active", false);
        newestFirst.add(3, "200");

        assertThat(pageByPage("storeId=" + store + "&")).isEqualTo(newestFirst);
        assertThat(pageByPage("")).containsSubsequence(newestFirst);
    }

    @Test
    void productsOfSeveralStoresAreMerged() {
        String other = newStore();
        insert(store, 1, NOON.plusSeconds(3), "active", false);
        insert(other, 2, NOON.plusSeconds(2), "active", false);
        insert(store, 3, NOON.plusSeconds(1), "active", true);
        insert(other, 3, NOON.plusSeconds(1), "active", true);
        String both = Tokens.limitedTo("viewer", store, other);

        get(both, "?limit=3").body("data.id", contains("1", "2", "3"));
        get(both, "?incomplete=true").body("data.id", contains("3", "3"));
        get(both, "?incomplete=false").body("data.id", contains("1", "2"));
        assertThat(pageByPage(both, "", 1)).containsExactly("1", "2", "3", "3");
        assertThat(pageByPage(both, "incomplete=true&", 1)).containsExactly("3", "3");
    }

    @Test
    void listTellsWhatAnAuditWants() {
        insert(store, ID, NOON, "active", true);

        get(Tokens.viewer(), "?storeId=" + store)
                .statusCode(200)
                .body("data[0].storeId", equalTo(store))
                .body("data[0].id", equalTo("788032119674292922"))
                .body("data[0].title", equalTo("Classic Shirt"))
                .body("data[0].tags", contains("summer", "cotton"))
                .body("data[0].incomplete", equalTo(true))
                .body("data[0].createdAt", equalTo("2026-01-15T10:30:00Z"))
                .body("data[0].updatedAt", equalTo("2026-09-15T10:30:00Z"))
                .body("data[0].syncedAt", equalTo("2026-10-01T12:00:00Z"))
                .body("nextCursor", nullValue());
    }

    @Test
    void listIsFilteredByStatus() {
        insert(store, 1, NOON, "active", false);
        insert(store, 2, NOON, "draft", false);

        get(Tokens.viewer(), "?storeId=" + store + "&status=draft").body("data.id", contains("2"));
    }

    @Test
    void everyWrongParameterIsNamed() {
        get(Tokens.viewer(), "?storeId=1&status=lost&incomplete=perhaps&limit=251")
                .statusCode(400)
                .body("errors.field", containsInAnyOrder("storeId", "status", "incomplete", "limit"));
        get(Tokens.viewer(), "?storeId=" + UUID.randomUUID()).statusCode(404).body("code", equalTo("store-not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YWNtZQ", "YQBiAGM"})
    void inventedCursorIsNamed(String cursor) {
        get(Tokens.viewer(), "?cursor=" + cursor).statusCode(400).body("errors.field", contains("cursor"));
    }

    @Test
    void productComesWithItsVariantsAndTheirStock() {
        insert(store, ID, NOON, "active", false);
        variant(2, "Large", 2);
        variant(1, "Small", 1);
        level(1, 11, 7);
        level(1, 12, -2);

        get(Tokens.viewer(), "/" + ID + "?storeId=" + store)
                .statusCode(200)
                .body("id", equalTo("788032119674292922"))
                .body("bodyHtml", equalTo("<p>Soft.</p>"))
                .body("options.name", contains("Size"))
                .body("options[0].id", equalTo("1064576525"))
                .body("options[0].values", contains("Small", "Large"))
                .body("variants.id", contains("1", "2"))
                .body("variants[0].price", equalTo("19.90"))
                .body("variants[0].compareAtPrice", nullValue())
                .body("variants[0].optionValues", contains("Small"))
                .body("variants[0].inventoryItemId", equalTo("1"))
                .body("variants[0].stock.available", equalTo(5))
                .body("variants[0].stock.locations", equalTo(2))
                .body("variants[1].stock.available", nullValue())
                .body("variants[1].stock.locations", equalTo(0));
    }

    @Test
    void storeMustBeNamedOnlyWhereSeveralHaveTheProduct() {
        long id = System.nanoTime();
        insert(store, id, NOON, "active", false);
        get(Tokens.viewer(), "/" + id).statusCode(200).body("storeId", equalTo(store));

        String other = newStore();
        insert(other, id, NOON, "active", false);
        get(Tokens.viewer(), "/" + id).statusCode(400).body("errors.field", contains("storeId"));
        get(Tokens.viewer(), "/" + id + "?storeId=" + other).statusCode(200).body("storeId", equalTo(other));
        get(Tokens.limitedTo("viewer", store), "/" + id).statusCode(200).body("storeId", equalTo(store));
    }

    @Test
    void limitedTokenSeesOnlyProductsOfItsStores() {
        String other = newStore();
        long id = System.nanoTime();
        insert(other, id, NOON, "active", true);
        String token = Tokens.limitedTo("viewer", store);

        get(token, "").statusCode(200).body("data", empty());
        get(token, "?incomplete=true").statusCode(200).body("data", empty());
        get(token, "?storeId=" + other).statusCode(403);
        get(token, "/" + id).statusCode(404);
        get(token, "/" + id + "?storeId=" + other).statusCode(403).body("code", equalTo("store-forbidden"));
        get(Tokens.limitedTo("viewer"), "").statusCode(200).body("data", empty());
    }

    @Test
    void unknownProductIsNotFoundAndSenselessIdIsNamed() {
        get(Tokens.viewer(), "/1?storeId=" + store).statusCode(404).body("code", equalTo("product-not-found"));
        get(Tokens.viewer(), "/" + System.nanoTime()).statusCode(404);
        get(Tokens.viewer(), "/shirt").statusCode(400).body("errors.field", contains("id"));
    }

    private static String newStore() {
        return TestStores.register(TestStores.newDomain(), "shpat_of_no_use_here_0123456789");
    }

    private static void insert(String store, long id, Instant syncedAt, String status, boolean incomplete) {
        Owner.execute("""
                INSERT INTO shopify_product (store_id, id, title, handle, status, tags, body_html, options, created_at,
                    updated_at, incomplete, synced_at, version_at, version_triggered_at, version_webhook_id)
                VALUES (?::uuid, ?, 'Classic Shirt', 'classic-shirt', ?, '{summer,cotton}', '<p>Soft.</p>',
                    '[{"id":1064576525,"name":"Size","position":1,"values":["Small","Large"]}]', '2026-01-15T10:30:00Z',
                    '2026-09-15T10:30:00Z', ?, ?, now(), now(), 'b54557e4')""", store, id, status, incomplete, Timestamp.from(syncedAt));
    }

    private void variant(long id, String size, int position) {
        Owner.execute("""
                INSERT INTO shopify_product_variant (store_id, id, product_id, title, price, option1, position,
                    inventory_item_id)
                VALUES (?::uuid, ?, ?, ?, 19.90, ?, ?, ?)""", store, id, ID, size, size, position, id);
    }

    private void level(long item, long location, int available) {
        Owner.execute("""
                INSERT INTO shopify_inventory_level (store_id, inventory_item_id, location_id, available, version_at,
                    version_triggered_at, version_webhook_id)
                VALUES (?::uuid, ?, ?, ?, now(), now(), 'b54557e4')""", store, item, location, available);
    }

    private static List<String> pageByPage(String filter) {
        return pageByPage(Tokens.viewer(), filter, 2);
    }

    private static List<String> pageByPage(String token, String filter, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String query = "?" + filter + "limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonPath page = get(token, query).statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("data.id"));
            cursor = page.getString("nextCursor");
        }
        return ids;
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(PRODUCTS + path).then();
    }
}
