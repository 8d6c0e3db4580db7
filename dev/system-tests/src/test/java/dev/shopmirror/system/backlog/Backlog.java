package dev.shopmirror.system.backlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.KafkaServer;

/**
 * Updates of one shop's products, one after the other, each of a product with eight variants.
 *
 * @param events how many
 */
record Backlog(String shop, int events) {

    private static final int PRODUCTS = 2_000;
    private static final int VARIANTS = 8;
    private static final Instant BEGIN = Instant.parse("2026-03-01T09:00:00Z");

    /** Puts them into Kafka, as ingest-service does; returns when the broker has all of them. */
    void publish() throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaServer.shared().bootstrapServers(),
                "compression.type",
                "lz4",
                "linger.ms",
                5);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            Future<RecordMetadata> last = null;
            for (int event = 0; event < events; event++) {
                last = producer.send(WebhookEvent.toRecord(
                        KafkaTopics.WEBHOOKS,
                        shop,
                        "products/update",
                        headers(event),
                        Instant.now(),
                        EventSource.WEBHOOK,
                        body(event)));
            }
            producer.flush();
            if (last != null) {
                last.get();
            }
        }
    }

    /** Each product's title after its last update. */
    Map<Long, String> titles() {
        Map<Long, String> titles = new HashMap<>();
        for (int event = 0; event < events; event++) {
            titles.put(productId(event), title(event));
        }
        return titles;
    }

    int variants() {
        return titles().size() * VARIANTS;
    }

    private static Map<String, String> headers(int event) {
        return Map.of(
                EventHeaders.WEBHOOK_ID, UUID.randomUUID().toString(),
                EventHeaders.TRIGGERED_AT, BEGIN.plusMillis(event).toString());
    }

    private static byte[] body(int event) {
        String variants = IntStream.range(0, VARIANTS)
                .mapToObj(number -> variant(event, number))
                .collect(Collectors.joining(","));
        return """
                {"id":%d,"title":"%s","updated_at":"%s","status":"active","tags":"a, b","body_html":"%s","variants":[%s]}""".formatted(
                        productId(event), title(event), BEGIN.plusMillis(event), "<p>words</p>".repeat(100), variants)
                .getBytes(UTF_8);
    }

    private static String variant(int event, int number) {
        return """
                {"id":%d,"title":"V%d","price":"%d.99","sku":"sku-%d","position":%d,"option1":"V%d","taxable":true}""".formatted(productId(event) * 10 + number, number, event, number, number + 1, number);
    }

    private static long productId(int event) {
        return 1_000_000_000_000L + event % PRODUCTS;
    }

    private static String title(int event) {
        return "Update " + event;
    }
}
