package dev.shopmirror.admin.redrive;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.LedgerRow;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.Owner;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithKafka
@WithAdminEnvironment
class RedriveResourceTest {

    private static final String DEAD_LETTERS = "/api/admin/dead-letters";
    private static final String BODY = "{\"id\":1, \"title\":";
    private static final RecordPosition NOWHERE = new RecordPosition(KafkaTopics.WEBHOOKS, 0, Long.MAX_VALUE);

    private final String shop = TestStores.newDomain();
    private final KafkaLog kafka = KafkaLog.open();

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void deadLettersAreListedWithReasonAndPosition() {
        RecordPosition place = kafka.delivery(shop, "products/update", "dead", BODY);
        LedgerRow.of(shop, "dead").deadLettered("broken_json").at(place).insert();
        LedgerRow.of(shop, "fine").insert();
        LedgerRow.of(shop, "ignored").ignored("inactive_store").insert();

        get(Tokens.viewer(), "?shopDomain=" + shop)
                .statusCode(200)
                .body("data.webhookId", contains("dead"))
                .body("data[0].reason", equalTo("broken_json"))
                .body("data[0].error", equalTo("The body is not JSON"))
                .body("data[0].kafka.partition", equalTo(place.partition()));
        get(Tokens.viewer(), "?shopDomain=" + shop + "&reason=missing_id").body("data", empty());
        get(Tokens.viewer(), "?limit=x&from=y").statusCode(400).body("errors.field", contains("from", "limit"));
    }

    @Test
    void oneDeadLetterIsPublishedOnceMoreAsItWas() {
        DeliveryKey key = deadLetter("dead-1");
        try (LogRecorder log = LogRecorder.open()) {
            Response accepted = redrive(Tokens.operator(), Map.of("id", key.id()));

            accepted.then()
                    .statusCode(202)
                    .header("Location", endsWith(DEAD_LETTERS + "/redrives/" + accepted.path("id")))
                    .body("status", equalTo("done"))
                    .body("total", equalTo(1))
                    .body("published", equalTo(1))
                    .body("requestedBy", equalTo("olga@example.com"))
                    .body("filter.id", equalTo(key.id()));
            ConsumerRecord<String, byte[]> again = kafka.bulk(shop, 1).get(0);
            assertThat(again.key()).isEqualTo(shop + "|product|1");
            assertThat(new String(again.value(), UTF_8)).isEqualTo(BODY);
            assertThat(KafkaLog.header(again, EventHeaders.SOURCE)).isEqualTo("replay");
            assertThat(KafkaLog.header(again, EventHeaders.WEBHOOK_ID)).isEqualTo("dead-1");
            assertThat(KafkaLog.header(again, EventHeaders.TRIGGERED_AT)).isEqualTo("2026-10-01T08:29:59Z");
            assertThat(KafkaLog.header(again, EventHeaders.RECEIVED_AT)).isEqualTo("2026-10-01T08:30:00Z");
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains(
                                    "Redrive requested actor=olga@example.com redrive=" + accepted.path("id")));
            given().auth()
                    .oauth2(Tokens.viewer())
                    .get(accepted.header("Location"))
                    .then()
                    .statusCode(200)
                    .body("published", equalTo(1));
        }
    }

    @Test
    void ignoredDeliveryIsRedrivenToo() {
        RecordPosition place = kafka.delivery(shop, "products/update", "ignored-1", BODY);
        DeliveryKey key = LedgerRow.of(shop, "ignored-1")
                .ignored("unknown_store")
                .at(place)
                .insert();

        redrive(Tokens.operator(), Map.of("id", key.id())).then().statusCode(202);

        assertThat(kafka.bulk(shop, 1)).hasSize(1);
    }

    @Test
    void deliveryThatTookEffectIsNotRedriven() {
        DeliveryKey key = LedgerRow.of(shop, "applied-1").insert();

        redrive(Tokens.operator(), Map.of("id", key.id()))
                .then()
                .statusCode(409)
                .body("code", equalTo("delivery-settled"));
    }

    @Test
    void bodyThatRetentionRemovedIsSaidToBeGone() {
        RecordPosition place = kafka.delivery(shop, "products/update", "ignored-2", BODY);
        DeliveryKey key = LedgerRow.of(shop, "ignored-2")
                .ignored("inactive_store")
                .at(place)
                .insert();
        KafkaLog.forget(place);

        redrive(Tokens.operator(), Map.of("id", key.id()))
                .then()
                .statusCode(410)
                .contentType("application/problem+json")
                .body("code", equalTo("body-gone"))
                .body("detail", containsString("backfill"));
        assertThat(kafka.bulkSoFar(shop)).isEmpty();
    }

    @Test
    void anotherDeliveryAtTheRecordedPositionIsNotSent() {
        RecordPosition place = kafka.delivery(shop, "products/update", "another", BODY);
        DeliveryKey key =
                LedgerRow.of(shop, "mine").ignored("inactive_store").at(place).insert();

        redrive(Tokens.operator(), Map.of("id", key.id())).then().statusCode(410);

        assertThat(kafka.bulkSoFar(shop)).isEmpty();
    }

    @Test
    void deadLetterOutlivesItsOrigin() {
        ProducerRecord<String, byte[]> origin = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                shop,
                "products/update",
                Map.of(),
                Instant.now(),
                EventSource.WEBHOOK,
                BODY.getBytes(UTF_8));
        RecordPosition place = kafka.send(origin);
        kafka.deadLetterOf(origin, place);
        DeliveryKey key = LedgerRow.of(shop, "kafka:" + place)
                .deadLettered("broken_json")
                .committedAt(Instant.now())
                .at(place)
                .insert();
        KafkaLog.forget(place);

        redrive(Tokens.operator(), Map.of("id", key.id())).then().statusCode(202);

        ConsumerRecord<String, byte[]> again = kafka.bulk(shop, 1).get(0);
        assertThat(new String(again.value(), UTF_8)).isEqualTo(BODY);
        assertThat(KafkaLog.header(again, EventHeaders.WEBHOOK_ID)).isEqualTo("kafka:" + place);
        assertThat(KafkaLog.header(again, DeadLetterHeaders.REASON)).isNull();
    }

    @Test
    void deadLettersOfAFilterAreWorkedOffInTheBackground() {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 250; i++) {
            expected.add(deadLetter("dead-" + i).webhookId());
        }
        LedgerRow.of(shop, "gone").deadLettered("broken_json").at(NOWHERE).insert();
        LedgerRow.of(shop, "other-topic")
                .topic("products/create")
                .deadLettered("broken_json")
                .at(NOWHERE)
                .insert();
        LedgerRow.of(shop, "applied").at(NOWHERE).insert();

        Response accepted = redrive(Tokens.operator(), Map.of("shopDomain", shop, "topic", "products/update"));

        accepted.then()
                .statusCode(202)
                .body("status", equalTo("running"))
                .body("total", equalTo(251))
                .body("filter.outcome", equalTo("dead_lettered"));
        finished(accepted)
                .body("status", equalTo("done"))
                .body("published", equalTo(250))
                .body("gone", equalTo(1));
        assertThat(kafka.bulk(shop, 250))
                .extracting(record -> KafkaLog.header(record, EventHeaders.WEBHOOK_ID))
                .containsExactlyInAnyOrderElementsOf(expected);
        given().get("/q/metrics")
                .then()
                .body(containsString("shopmirror_redrive_published_total"))
                .body(containsString("shopmirror_redrive_gone_total"));
    }

    @Test
    void rateIsKept() {
        for (int i = 0; i < 300; i++) {
            deadLetter("dead-" + i);
        }

        Response accepted = redrive(Tokens.operator(), Map.of("shopDomain", shop));

        finished(accepted).body("published", equalTo(300));
        Instant begin = Instant.parse(accepted.path("requestedAt"));
        Instant end = Instant.parse(finished(accepted).extract().path("finishedAt"));
        // 300 at 200 a second
        assertThat(Duration.between(begin, end)).isGreaterThan(Duration.ofMillis(1400));
    }

    @Test
    void ignoredDeliveriesOfAStoreAreRedriven() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        RecordPosition place = kafka.delivery(shop, "products/update", "ignored-3", BODY);
        LedgerRow.of(shop, "ignored-3").ignored("inactive_store").at(place).insert();
        LedgerRow.of(shop, "tested").ignored("test").at(NOWHERE).insert();

        Response accepted = redrive(Tokens.operator(), Map.of("storeId", store, "outcome", "ignored"));

        accepted.then()
                .statusCode(202)
                .body("total", equalTo(1))
                .body("filter.reasons", contains("unknown_store", "inactive_store"));
        finished(accepted).body("published", equalTo(1));
    }

    @Test
    void deadLettersOfOneResourceAreRedriven() {
        RecordPosition place = kafka.delivery(shop, "products/update", "mine", BODY);
        LedgerRow.of(shop, "mine")
                .resourceId(4711)
                .deadLettered("broken_json")
                .at(place)
                .insert();
        deadLetter("of-another-resource");

        Response accepted = redrive(Tokens.operator(), Map.of("shopDomain", shop, "resourceId", "4711"));

        finished(accepted).body("total", equalTo(1)).body("published", equalTo(1));
        assertThat(kafka.bulk(shop, 1))
                .extracting(record -> KafkaLog.header(record, EventHeaders.WEBHOOK_ID))
                .containsExactly("mine");
    }

    @Test
    void everyWrongFieldIsNamed() {
        redrive(Tokens.operator(), Map.of("storeId", "x", "outcome", "lost", "from", "y"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("from", "storeId", "outcome"));
        redrive(Tokens.operator(), Map.of()).then().statusCode(400).body("errors.field", contains("all"));
        redrive(Tokens.operator(), Map.of("outcome", "ignored"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("storeId"));
        redrive(Tokens.viewer(), Map.of("all", true)).then().statusCode(403);
    }

    @Test
    void cancelledRedriveStops() {
        for (int i = 0; i < 400; i++) {
            deadLetter("dead-" + i);
        }
        Response accepted = redrive(Tokens.operator(), Map.of("shopDomain", shop));

        await().until(() -> !kafka.bulkSoFar(shop).isEmpty());
        try (LogRecorder log = LogRecorder.open()) {
            cancel(Tokens.operator(), accepted.path("id"))
                    .statusCode(200)
                    .body("status", equalTo("cancelled"))
                    .body("finishedAt", notNullValue());
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains(
                                    "Redrive cancelled actor=olga@example.com redrive=" + accepted.path("id")));
        }
        cancel(Tokens.operator(), accepted.path("id")).statusCode(200);
        int atMost = kafka.bulkSoFar(shop).size() + 100;
        // a redrive that is asked for later runs only when this one is out of the way
        String later = TestStores.newDomain();
        LedgerRow.of(later, "later").deadLettered("broken_json").at(NOWHERE).insert();
        finished(redrive(Tokens.operator(), Map.of("shopDomain", later)));
        assertThat(kafka.bulkSoFar(shop)).hasSizeLessThanOrEqualTo(atMost).hasSizeLessThan(400);
        get(Tokens.viewer(), "/redrives/" + accepted.path("id")).body("status", equalTo("cancelled"));
    }

    @Test
    void redriveOfNothingIsDoneAtOnce() {
        redrive(Tokens.operator(), Map.of("shopDomain", shop))
                .then()
                .statusCode(202)
                .body("status", equalTo("done"))
                .body("total", equalTo(0))
                .body("finishedAt", notNullValue());
    }

    @Test
    void finishedRedriveCannotBeCancelled() {
        Response accepted = redrive(Tokens.operator(), Map.of("shopDomain", shop));
        finished(accepted);

        cancel(Tokens.operator(), accepted.path("id")).statusCode(409).body("code", equalTo("redrive-finished"));
        cancel(Tokens.viewer(), accepted.path("id")).statusCode(403);
        cancel(Tokens.operator(), UUID.randomUUID().toString()).statusCode(404);
        cancel(Tokens.operator(), "1-1-1-1-1").statusCode(400).body("code", equalTo("invalid-id"));
    }

    @Test
    void redrivesAreListedPageByPage() {
        String first = redrive(Tokens.operator(), Map.of("shopDomain", shop)).path("id");
        String second = redrive(Tokens.operator(), Map.of("shopDomain", shop)).path("id");

        String cursor = get(Tokens.viewer(), "/redrives?limit=1")
                .statusCode(200)
                .body("data.id", contains(second))
                .extract()
                .path("nextCursor");
        get(Tokens.viewer(), "/redrives?limit=1&cursor=" + cursor).body("data.id", contains(first));
        get(Tokens.viewer(), "/redrives?cursor=YQBi").statusCode(400).body("errors.field", contains("cursor"));
        get(Tokens.viewer(), "/redrives?limit=0").statusCode(400).body("errors.field", contains("limit"));
    }

    @Test
    void allMeansTheDeadLettersOfEveryShop() {
        Owner.execute("DELETE FROM webhook_delivery WHERE outcome = 'dead_lettered'");
        String otherShop = TestStores.newDomain();
        deadLetter("mine");
        LedgerRow.of(otherShop, "other")
                .deadLettered("broken_json")
                .at(kafka.delivery(otherShop, "products/update", "other", BODY))
                .insert();
        LedgerRow.of(shop, "ignored").ignored("inactive_store").at(NOWHERE).insert();

        Response accepted = redrive(Tokens.operator(), Map.of("all", true));

        accepted.then().statusCode(202).body("total", equalTo(2));
        finished(accepted).body("published", equalTo(2));
        assertThat(kafka.bulk(shop, 1)).hasSize(1);
        assertThat(kafka.bulk(otherShop, 1)).hasSize(1);
    }

    @Test
    void limitedTokenRedrivesOnlyItsStores() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        String otherShop = TestStores.newDomain();
        deadLetter("mine");
        DeliveryKey foreign = LedgerRow.of(otherShop, "foreign")
                .deadLettered("broken_json")
                .at(kafka.delivery(otherShop, "products/update", "foreign", BODY))
                .insert();
        String token = Tokens.limitedTo("operator", store);

        Response mine = redrive(token, Map.of("all", true));
        mine.then().statusCode(202).body("total", equalTo(1)).body("filter.shopDomains", equalTo(null));
        finished(mine).body("published", equalTo(1));
        redrive(token, Map.of("shopDomain", otherShop)).then().statusCode(403).body("code", equalTo("store-forbidden"));
        redrive(Tokens.limitedTo("operator"), Map.of("all", true)).then().statusCode(403);
        redrive(token, Map.of("id", foreign.id())).then().statusCode(404);
        redrive(token, Map.of("storeId", UUID.randomUUID().toString())).then().statusCode(403);
        get(token, "?shopDomain=" + otherShop).body("data", empty());
        assertThat(kafka.bulkSoFar(otherShop)).isEmpty();
    }

    @Test
    void redrivesOfOtherStoresAreInvisible() {
        String store = TestStores.register(shop, "shpat_of_no_use_here_0123456789");
        String token = Tokens.limitedTo("operator", store);
        String mine = redrive(Tokens.operator(), Map.of("storeId", store)).path("id");
        String foreign = redrive(Tokens.operator(), Map.of("shopDomain", TestStores.newDomain()))
                .path("id");
        String everywhere =
                redrive(Tokens.operator(), Map.of("topic", "no/such")).path("id");

        get(token, "/redrives").body("data.id", contains(mine));
        get(token, "/redrives/" + mine).statusCode(200);
        for (String id : List.of(foreign, everywhere)) {
            get(token, "/redrives/" + id).statusCode(404).body("code", equalTo("redrive-not-found"));
            cancel(token, id).statusCode(404);
            get(Tokens.viewer(), "/redrives/" + id).statusCode(200).body("status", not(equalTo("cancelled")));
        }
    }

    private DeliveryKey deadLetter(String webhookId) {
        RecordPosition place = kafka.delivery(shop, "products/update", webhookId, BODY);
        return LedgerRow.of(shop, webhookId)
                .deadLettered("broken_json")
                .at(place)
                .insert();
    }

    private static ValidatableResponse finished(Response accepted) {
        String id = accepted.path("id");
        await("redrive " + id)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(Tokens.viewer(), "/redrives/" + id).body("finishedAt", notNullValue()));
        return get(Tokens.viewer(), "/redrives/" + id);
    }

    private static Response redrive(String token, Map<String, Object> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(DEAD_LETTERS + "/redrive");
    }

    private static ValidatableResponse cancel(String token, String id) {
        return given().auth()
                .oauth2(token)
                .post(DEAD_LETTERS + "/redrives/" + id + "/cancel")
                .then();
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(DEAD_LETTERS + path).then();
    }
}
