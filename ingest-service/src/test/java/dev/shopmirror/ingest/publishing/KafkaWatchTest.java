package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
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

    @Test
    void producerThatIsBeingBuiltAtTheEndIsClosedToo() throws InterruptedException {
        MockProducer<String, byte[]> late =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        CountDownLatch building = new CountDownLatch(1);
        ProducerSlot slot = new ProducerSlot(() -> {
            building.countDown();
            awaitInterruption();
            return late;
        });
        watch = new KafkaWatch(slot, new BrokerProbe(() -> {
            throw new KafkaException("No brokers here");
        }));
        watch.start(Duration.ofMillis(50));
        building.await();
        watch.stop(Duration.ZERO);

        assertThat(late.closed()).isTrue();
        assertThat(slot.current()).isEmpty();
    }

    private static void awaitInterruption() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
