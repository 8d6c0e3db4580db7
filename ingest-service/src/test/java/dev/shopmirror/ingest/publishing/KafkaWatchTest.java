package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.KafkaServer;

class KafkaWatchTest {

    private KafkaWatch watch;

    @AfterEach
    void stopWatch() {
        watch.stop(Duration.ZERO);
    }

    @Test
    void brokersWithoutAnAddressAreAnObstacleAndNoReasonToEnd() {
        watch = watchOf("kafka.invalid:9092");
        watch.look();

        assertThat(watch.state().reachable()).isFalse();
        assertThat(watch.state().reason()).contains("bootstrap");
    }

    @Test
    void brokersThatDoNotAnswerAreNamedAsTheObstacle() {
        watch = watchOf("127.0.0.1:1");
        watch.look();

        assertThat(watch.state().reachable()).isFalse();
        assertThat(watch.state().reason()).contains("Timed out");
    }

    @Test
    void brokerWithTheTopicIsReachable() {
        watch = watchOf(KafkaServer.shared().bootstrapServers());
        watch.start(Duration.ofMillis(50));

        await().untilAsserted(() -> assertThat(watch.state().reachable()).isTrue());
        assertThat(watch.state().reason()).isEmpty();
    }

    private static KafkaWatch watchOf(String bootstrapServers) {
        Map<String, Object> producer = Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", 0);
        Map<String, Object> admin = ProducerSettings.admin(Map.of("bootstrap.servers", bootstrapServers));
        return new KafkaWatch(
                new ProducerSlot(
                        () -> new KafkaProducer<>(producer, new StringSerializer(), new ByteArraySerializer())),
                new BrokerProbe(() -> Admin.create(admin)));
    }
}
