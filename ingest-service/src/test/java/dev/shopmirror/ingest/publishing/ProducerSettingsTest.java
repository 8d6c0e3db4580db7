package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;

import io.quarkus.runtime.configuration.MemorySize;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.KafkaTopics;

class ProducerSettingsTest {

    private static final PublishingConfig CONFIG = config(Duration.ofMillis(1500), Duration.ofMillis(2500));

    @Test
    void nothingIsAcknowledgedBeforeAllReplicasHaveIt() {
        Map<String, Object> settings =
                ProducerSettings.producer(Map.of("acks", "1", "enable.idempotence", "false"), CONFIG);

        assertThat(settings).containsEntry("acks", "all").containsEntry("enable.idempotence", true);
    }

    @Test
    void sendNeverBlocksAndGivesUpBeforeTheDeliveryIsAnswered() {
        Map<String, Object> settings = ProducerSettings.producer(Map.of(), CONFIG);

        assertThat(settings).containsEntry("max.block.ms", 0);
        int linger = (int) settings.get("linger.ms");
        int request = (int) settings.get("request.timeout.ms");
        int delivery = (int) settings.get("delivery.timeout.ms");
        assertThat(linger + request).isLessThanOrEqualTo(delivery);
        assertThat(delivery).isLessThanOrEqualTo(2500);
    }

    @Test
    void largestBodyFits() {
        Map<String, Object> settings = ProducerSettings.producer(Map.of(), CONFIG);

        assertThat(settings).containsEntry("max.request.size", KafkaTopics.MAX_RECORD_BYTES);
        assertThat((long) settings.get("buffer.memory")).isGreaterThan(32L * 1024 * 1024);
    }

    @Test
    void operatorsConnectionIsKeptAndStrayNamesAreNot() {
        Map<String, Object> connection = Map.of(
                "bootstrap.servers", "broker:9092",
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", "…",
                "port.9092.tcp.addr", "10.0.0.1",
                "group.id", "ingest-service");

        assertThat(ProducerSettings.producer(connection, CONFIG))
                .containsKeys("bootstrap.servers", "security.protocol", "sasl.jaas.config")
                .doesNotContainKeys("port.9092.tcp.addr", "group.id");
        assertThat(ProducerSettings.admin(connection))
                .containsKeys("bootstrap.servers", "security.protocol", "sasl.jaas.config")
                .doesNotContainKeys("port.9092.tcp.addr", "group.id");
    }

    @Test
    void timeoutsThatDoNotFitAreRefusedAtStart() {
        PublishingConfig longerThanTheAnswer = config(Duration.ofMillis(1500), Duration.ofMillis(2501));
        PublishingConfig requestOutlivesDelivery = config(Duration.ofMillis(2498), Duration.ofMillis(2500));

        assertThatThrownBy(() -> ProducerSettings.producer(Map.of(), longerThanTheAnswer))
                .hasMessageContaining("publishing.delivery-timeout");
        assertThatThrownBy(() -> ProducerSettings.producer(Map.of(), requestOutlivesDelivery))
                .hasMessageContaining("publishing.request-timeout");
    }

    private static PublishingConfig config(Duration requestTimeout, Duration deliveryTimeout) {
        return new Timeouts(
                Duration.ofMillis(3),
                new MemorySize(BigInteger.valueOf(262_144)),
                requestTimeout,
                deliveryTimeout,
                new MemorySize(BigInteger.valueOf(33_554_432)),
                Duration.ofMillis(500));
    }

    private record Timeouts(
            Duration linger,
            MemorySize batchSize,
            Duration requestTimeout,
            Duration deliveryTimeout,
            MemorySize maxBytesInFlight,
            Duration watchInterval)
            implements PublishingConfig {}
}
