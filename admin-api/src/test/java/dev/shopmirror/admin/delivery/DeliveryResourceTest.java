package dev.shopmirror.admin.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.LedgerRow;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class DeliveryResourceTest {

    private static final String DELIVERIES = "/api/admin/deliveries";
    private static final String TOO_LONG = "x".repeat(256);
    private static final Instant NOON = Instant.parse("2026-10-01T12:00:00Z");

    private final String shop = TestStores.newDomain();

    @Test
    void deliveryTellsItsWholeWay() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        try (KafkaLog kafka = KafkaLog.open()) {
            RecordPosition place = kafka.delivery(shop, "products/update", "b54557e4", "{\"id\":1}");
            DeliveryKey key = LedgerRow.of(shop, "b54557e4")
                    .resourceId(788032119674292922L)
                    .committedAt(NOON)
                    .deadLettered("broken_json")
                    .at(place)
                    .insert();

            get(Tokens.viewer(), "/" + key.id())
                    .statusCode(200)
                    .body("id", equalTo(key.id()))
                    .body("storeId", equalTo(store))
                    .body("shopDomain", equalTo(shop))
                    .body("topic", equalTo("products/update"))
                    .body("webhookId", equalTo("b54557e4"))
                    .body("eventId", equalTo("event-1"))
                    .body("resourceId", equalTo("788032119674292922"))
                    .body("triggeredAt", equalTo("2026-10-01T11:59:58.500Z"))
                    .body("receivedAt", equalTo("2026-10-01T11:59:59.500Z"))
                    .body("committedAt", equalTo("2026-10-01T12:00:00Z"))
                    .body("durations.triggeredToReceivedMs", equalTo(1000))
                    .body("durations.receivedToCommittedMs", equalTo(500))
                    .body("durations.triggeredToCommittedMs", equalTo(1500))
                    .body("outcome", equalTo("dead_lettered"))
                    .body("reason", equalTo("broken_json"))
                    .body("error", equalTo("The body is not JSON"))
                    .body("attempts", equalTo(1))
                    .body("source", equalTo("webhook"))
                    .body("kafka.topic", equalTo(KafkaTopics.WEBHOOKS))
                    .body("kafka.partition", equalTo(place.partition()))
                    .body("kafka.offset", equalTo((int) place.offset()))
                    .body("bodyInKafka", equalTo(true));
        }
    }

    @Test
    void bodyThatIsNotThereAnyMoreIsSaidSo() {
        DeliveryKey key = LedgerRow.of(shop)
                .at(new RecordPosition(KafkaTopics.WEBHOOKS, 0, Long.MAX_VALUE))
                .insert();

        get(Tokens.viewer(), "/" + key.id()).body("bodyInKafka", equalTo(false)).body("storeId", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YWNtZQ", "YQBiAGM"})
    void unknownDeliveryIsNotFound(String id) {
        get(Tokens.viewer(), "/" + id).statusCode(404).body("code", equalTo("delivery-not-found"));
    }

    @Test
    void listIsReadPageByPageNewestFirst() {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // two of them at the same moment
            newestFirst.add(
                    0,
                    LedgerRow.of(shop, "delivery-" + i)
                            .committedAt(NOON.plusSeconds(i / 2))
                            .insert()
                            .id());
        }

        assertThat(pageByPage(2)).isEqualTo(newestFirst);
    }

    @ParameterizedTest
    @CsvSource({
        "outcome=ignored,i",
        "outcome=dead_lettered,d",
        "topic=products/delete,t",
        "reason=inactive_store,i",
        "resourceId=4711,r",
        "from=2026-10-02T00:00:00Z,late",
        "to=2026-09-30T00:00:00%2B00:00,early",
        "outcome=applied&from=2026-09-01T00:00:00Z&to=2026-09-30T00:00:00Z,early"
    })
    void listIsFiltered(String filter, String found) {
        LedgerRow.of(shop, "i").committedAt(NOON).ignored("inactive_store").insert();
        LedgerRow.of(shop, "d").committedAt(NOON).deadLettered("broken_json").insert();
        LedgerRow.of(shop, "t").committedAt(NOON).topic("products/delete").insert();
        LedgerRow.of(shop, "r").committedAt(NOON).resourceId(4711).insert();
        LedgerRow.of(shop, "late").committedAt(NOON.plusSeconds(86400)).insert();
        LedgerRow.of(shop, "early").committedAt(NOON.minusSeconds(2 * 86400)).insert();

        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.viewer())
                .get(DELIVERIES + "?shopDomain=" + shop + "&" + filter)
                .then()
                .statusCode(200)
                .body("data.webhookId", contains(found))
                .body("nextCursor", nullValue());
    }

    @Test
    void deliveriesOfAStoreAreThoseOfItsShop() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        LedgerRow.of(shop, "mine").insert();

        get(Tokens.viewer(), "?storeId=" + store)
                .body("data.webhookId", contains("mine"))
                .body("data.storeId", contains(store));
        get(Tokens.viewer(), "?storeId=" + store + "&shopDomain=" + TestStores.newDomain())
                .body("data", empty());
        get(Tokens.viewer(), "?storeId=" + UUID.randomUUID()).statusCode(404).body("code", equalTo("store-not-found"));
    }

    @Test
    void everyWrongParameterIsNamed() {
        get(
                        Tokens.viewer(),
                        "?storeId=1&shopDomain=acme.com&topic=" + TOO_LONG + "&outcome=lost&reason=" + TOO_LONG
                                + "&resourceId=x&from=a&to=b&limit=0")
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "storeId",
                                "shopDomain",
                                "topic",
                                "outcome",
                                "reason",
                                "resourceId",
                                "from",
                                "to",
                                "limit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "YWNtZQ", "YQBiAGMAZA"})
    void inventedCursorIsNamed(String cursor) {
        get(Tokens.viewer(), "?cursor=" + cursor).statusCode(400).body("errors.field", contains("cursor"));
    }

    @Test
    void filtersAreInTheDescriptionOfTheApi() {
        given().get("/q/openapi?format=json")
                .then()
                .body(
                        "paths.'/api/admin/deliveries'.get.parameters.name",
                        containsInAnyOrder(
                                "storeId",
                                "shopDomain",
                                "topic",
                                "outcome",
                                "reason",
                                "resourceId",
                                "from",
                                "to",
                                "limit",
                                "cursor"))
                .body("paths.'/api/admin/deliveries'.get.security[0].token", contains("viewer"))
                .body("components.schemas.Delivery.properties.durations", notNullValue());
    }

    @Test
    void limitedTokenSeesOnlyDeliveriesOfItsStores() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        String otherShop = TestStores.newDomain();
        String otherStore = TestStores.register(otherShop, "shpat_of_no_use_here_0123456789");
        DeliveryKey mine = LedgerRow.of(shop, "mine").insert();
        DeliveryKey foreign = LedgerRow.of(otherShop, "foreign").insert();
        DeliveryKey homeless = LedgerRow.of(TestStores.newDomain(), "homeless").insert();
        String token = Tokens.limitedTo("viewer", store);

        get(token, "").statusCode(200).body("data.webhookId", contains("mine"));
        get(token, "?shopDomain=" + otherShop).statusCode(200).body("data", empty());
        get(token, "?storeId=" + otherStore).statusCode(403).body("code", equalTo("store-forbidden"));
        get(token, "/" + mine.id()).statusCode(200);
        get(token, "/" + foreign.id()).statusCode(404);
        get(token, "/" + homeless.id()).statusCode(404);
        get(Tokens.limitedTo("viewer"), "").statusCode(200).body("data", empty());
    }

    private List<String> pageByPage(int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            String query = "?shopDomain=" + shop + "&limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonPath page =
                    get(Tokens.viewer(), query).statusCode(200).extract().jsonPath();
            assertThat(page.getList("data")).hasSizeLessThanOrEqualTo(limit);
            ids.addAll(page.getList("data.id"));
            cursor = page.getString("nextCursor");
        }
        return ids;
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(DELIVERIES + path).then();
    }
}
