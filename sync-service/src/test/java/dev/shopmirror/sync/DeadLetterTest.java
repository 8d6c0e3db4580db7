package dev.shopmirror.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** What is put aside can be looked into and sent again. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class DeadLetterTest {

    private static final String BROKEN = "{\"id\":7,\"title\":\"caf\u00e9";
    private static final String TRIGGERED_AT = "2026-03-01T00:00:00.123456789Z";

    private final TestShop shop = TestShop.active();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void deadLetterIsItsOriginWithTheReasonAndWhereItCameFrom() {
        shop.deliverAs("f1d3a6c0-0000-4000-8000-00000000000d", "products/update", BROKEN, TRIGGERED_AT);

        shop.awaitOutcomes(1);
        ConsumerRecord<String, byte[]> letter = shop.deadLetters().get(0);
        assertThat(letter.key()).isEqualTo(shop.domain() + "|product|7");
        assertThat(letter.value()).isEqualTo(BROKEN.getBytes(UTF_8));
        Map<String, String> headers = headers(letter);
        assertThat(headers)
                .containsKeys(EventHeaders.RECEIVED_AT, DeadLetterHeaders.PARTITION, DeadLetterHeaders.OFFSET)
                .containsEntry(EventHeaders.SHOP_DOMAIN, shop.domain())
                .containsEntry(EventHeaders.TOPIC, "products/update")
                .containsEntry(EventHeaders.WEBHOOK_ID, "f1d3a6c0-0000-4000-8000-00000000000d")
                .containsEntry(EventHeaders.TRIGGERED_AT, TRIGGERED_AT)
                .containsEntry(EventHeaders.SOURCE, "webhook")
                .containsEntry(DeadLetterHeaders.REASON, "broken_json")
                .containsEntry(DeadLetterHeaders.ERROR, "The body is no JSON")
                .containsEntry(DeadLetterHeaders.TOPIC, KafkaTopics.WEBHOOKS)
                .doesNotContainKey(DeadLetterHeaders.OMITTED_BODY_BYTES);
        assertThat(shop.ledger("SELECT kafka_topic || '-' || kafka_partition || '-' || kafka_offset"
                        + " FROM webhook_delivery WHERE shop_domain = ?"))
                .containsExactly(KafkaTopics.WEBHOOKS + "-" + headers.get(DeadLetterHeaders.PARTITION) + "-"
                        + headers.get(DeadLetterHeaders.OFFSET));
    }

    @Test
    void bodyOfFullSizeIsPutAsideWhole() {
        String body = noise(KafkaTopics.MAX_BODY_BYTES);
        shop.deliver("products/update", body, TRIGGERED_AT);

        shop.awaitOutcomes(1);
        assertThat(shop.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.value())
                .isEqualTo(body.getBytes(UTF_8)));
    }

    @Test
    void bodyThatNoLongerFitsStaysWhereItIsAndHoldsNothingUp() {
        String body = noise(KafkaTopics.MAX_RECORD_BYTES - 500);
        shop.deliver("products/update", body, TRIGGERED_AT);

        assertThat(shop.awaitOutcomes(1)).containsExactly("dead_lettered");
        assertThat(shop.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(headers(letter))
                    .containsEntry(DeadLetterHeaders.REASON, "broken_json")
                    .containsEntry(DeadLetterHeaders.OMITTED_BODY_BYTES, Integer.toString(body.length()));
        });
    }

    /** No JSON, and hardly compressible. */
    private static String noise(int length) {
        StringBuilder letters = new StringBuilder(length);
        new Random(7).ints(length, 'a', 'z').forEach(letter -> letters.append((char) letter));
        return letters.toString();
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> letter) {
        return StreamSupport.stream(letter.headers().spliterator(), false)
                .collect(toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }
}
