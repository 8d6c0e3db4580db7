package dev.shopmirror.admin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.admin.ledger.Outcome;
import dev.shopmirror.admin.ledger.StoredDelivery;
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
class ReplayTest {

    private static final String TOPIC = "products/update";

    private final String shop = TestStores.newDomain();
    private final KafkaLog kafka = KafkaLog.open();

    @Inject
    Replay replay;

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void eachBodyIsTakenFromWhereItStillIs() {
        ProducerRecord<String, byte[]> origin = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                shop,
                TOPIC,
                Map.of(EventHeaders.WEBHOOK_ID, "put-aside"),
                Instant.now(),
                EventSource.BACKFILL,
                "{".getBytes(UTF_8));
        RecordPosition forgotten = kafka.send(origin);
        kafka.deadLetterOf(origin, forgotten);
        KafkaLog.forget(forgotten);
        RecordPosition there = kafka.delivery(shop, TOPIC, "there", "{\"id\":2}");

        Replayed result = publish(
                delivery("there", Outcome.DEAD_LETTERED, there),
                delivery("put-aside", Outcome.DEAD_LETTERED, forgotten),
                delivery("nowhere", Outcome.IGNORED, new RecordPosition(KafkaTopics.WEBHOOKS, 1, Long.MAX_VALUE)));

        assertThat(result).isEqualTo(new Replayed(2, 1));
        assertThat(kafka.bulk(shop, 2))
                .extracting(record -> KafkaLog.header(record, EventHeaders.WEBHOOK_ID))
                .containsExactlyInAnyOrder("there", "put-aside");
        assertThat(kafka.bulkSoFar(shop))
                .extracting(record -> KafkaLog.header(record, EventHeaders.SOURCE))
                .containsOnly("replay");
    }

    @Test
    void ignoredDeliveryIsNotSoughtAmongDeadLetters() {
        ProducerRecord<String, byte[]> origin = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS, shop, TOPIC, Map.of(), Instant.now(), EventSource.WEBHOOK, "{".getBytes(UTF_8));
        RecordPosition forgotten = kafka.send(origin);
        kafka.deadLetterOf(origin, forgotten);
        KafkaLog.forget(forgotten);

        assertThat(publish(delivery("kafka:" + forgotten, Outcome.IGNORED, forgotten)))
                .isEqualTo(new Replayed(0, 1));
    }

    @Test
    void manyLargeBodiesAreSentSomeAtATime() {
        List<StoredDelivery> large = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String body = "{\"id\":1,\"body_html\":\"" + "x".repeat(5_000_000 + i) + "\"}";
            large.add(delivery("large-" + i, Outcome.DEAD_LETTERED, kafka.delivery(shop, TOPIC, "large-" + i, body)));
        }

        assertThat(publish(large.toArray(StoredDelivery[]::new))).isEqualTo(new Replayed(6, 0));

        assertThat(kafka.bulk(shop, 6))
                .extracting(record -> record.value().length - 23)
                .containsExactlyInAnyOrder(5_000_000, 5_000_001, 5_000_002, 5_000_003, 5_000_004, 5_000_005);
    }

    @Test
    void recordThatABulkRecordWasMadeOfIsReplayedAsItself() {
        RecordPosition first = kafka.delivery(shop, TOPIC, "again", "{\"id\":3}");
        publish(delivery("again", Outcome.DEAD_LETTERED, first));
        var bulk = kafka.bulk(shop, 1).get(0);

        assertThat(publish(delivery("again", Outcome.DEAD_LETTERED, RecordPosition.of(bulk))))
                .isEqualTo(new Replayed(1, 0));

        assertThat(kafka.bulk(shop, 2))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsOnly("{\"id\":3}");
    }

    @Test
    void bodyIsLookedForWithoutSendingIt() {
        RecordPosition there = kafka.delivery(shop, TOPIC, "there", "{}");

        assertThat(hasBody(delivery("there", Outcome.APPLIED, there))).isTrue();
        assertThat(hasBody(delivery("another", Outcome.APPLIED, there))).isFalse();
        assertThat(kafka.bulkSoFar(shop)).isEmpty();
    }

    private Replayed publish(StoredDelivery... deliveries) {
        return replay.publish(List.of(deliveries)).await().indefinitely();
    }

    private boolean hasBody(StoredDelivery delivery) {
        return replay.hasBody(delivery).await().indefinitely();
    }

    private StoredDelivery delivery(String webhookId, Outcome outcome, RecordPosition position) {
        Instant now = Instant.now();
        return new StoredDelivery(
                new DeliveryKey(shop, TOPIC, webhookId),
                null,
                null,
                null,
                null,
                now,
                now,
                outcome,
                null,
                null,
                1,
                0,
                "webhook",
                position);
    }
}
