package dev.shopmirror.admin.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;

class EventPublisherTest {

    private final String shop = TestStores.newDomain();

    @Test
    void whatIsPublishedIsInKafka() {
        EventPublisher publisher = new EventPublisher(KafkaLog.connection());
        try (KafkaLog kafka = KafkaLog.open()) {
            publisher.publish(List.of(event("{\"id\":1}"), event("{\"id\":2}")));
            publisher.publish(List.of());

            assertThat(kafka.bulk(shop, 2))
                    .extracting(record -> new String(record.value(), UTF_8))
                    .containsExactlyInAnyOrder("{\"id\":1}", "{\"id\":2}");
        } finally {
            publisher.close();
        }
    }

    @Test
    void brokersThatAreAwayAreAClearProblem() {
        EventPublisher publisher = new EventPublisher(Map.of("bootstrap.servers", "127.0.0.1:1"));
        try {
            assertThatThrownBy(() -> publisher.publish(List.of(event("{}"))))
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                            .isEqualTo(Problem.KAFKA_UNAVAILABLE));
        } finally {
            publisher.close();
        }
    }

    @Test
    void refusedEventDoesNotSpoilTheNext() {
        EventPublisher publisher = new EventPublisher(KafkaLog.connection());
        try (KafkaLog kafka = KafkaLog.open()) {
            assertThatThrownBy(() -> publisher.publish(
                            List.of(new ProducerRecord<>(KafkaTopics.WEBHOOKS_BULK, new byte[10_000_000]))))
                    .isInstanceOf(ProblemException.class);

            publisher.publish(List.of(event("{}")));

            assertThat(kafka.bulk(shop, 1)).hasSize(1);
        } finally {
            publisher.close();
        }
    }

    private ProducerRecord<String, byte[]> event(String body) {
        return WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS_BULK,
                shop,
                "products/update",
                Map.of(),
                Instant.now(),
                EventSource.REPLAY,
                body.getBytes(UTF_8));
    }
}
