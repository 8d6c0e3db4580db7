package dev.shopmirror.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.shopmirror.event.KafkaTopics;

class KafkaServerTest {

    @Test
    void topicsHaveTheContractsSettings() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers()))) {
            for (KafkaTopics topic : KafkaTopics.ALL) {
                ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
                var description = admin.describeTopics(List.of(topic.name()))
                        .allTopicNames()
                        .get()
                        .get(topic.name());
                var configs =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);

                assertThat(description.partitions()).hasSize(topic.partitions());
                topic.configs()
                        .forEach((name, value) ->
                                assertThat(configs.get(name).value()).isEqualTo(value));
            }
        }
    }

    @Test
    void recordsAreThereAfterARestart(@TempDir Path directory) throws Exception {
        try (KafkaServer own = KafkaServer.start(directory, Ports.free())) {
            byte[] largest = new byte[KafkaTopics.MAX_BODY_BYTES];
            try (var producer = new KafkaProducer<>(
                    Map.of(
                            "bootstrap.servers",
                            own.bootstrapServers(),
                            "max.request.size",
                            KafkaTopics.MAX_RECORD_BYTES),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(KafkaTopics.WEBHOOKS, 0, null, largest))
                        .get();
            }
            own.stop();
            own.start();
            assertThat(firstRecordOf(own)).isEqualTo(largest);
        }
    }

    private static byte[] firstRecordOf(KafkaServer server) {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", server.bootstrapServers(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(KafkaTopics.WEBHOOKS, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
