package dev.shopmirror.admin.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import dev.shopmirror.event.KafkaTopics;

/** Settings of the Kafka clients: the operator's connection, and what this service relies on. */
final class ClientSettings {

    private ClientSettings() {}

    /** @param connection {@code kafka.*} of the configuration, as Kafka names it */
    static Map<String, Object> producer(Map<String, Object> connection) {
        Map<String, Object> settings = known(connection, ProducerConfig.configNames());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaTopics.MAX_RECORD_BYTES);
        return settings;
    }

    /** For a consumer without a group, which goes where it is sent. */
    static Map<String, Object> consumer(Map<String, Object> connection) {
        Map<String, Object> settings = known(connection, ConsumerConfig.configNames());
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // a record that is removed between the look at the log's start and the read: go on with what is left
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        // dead letters stand far apart: a read of one should not bring many of its neighbours
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        return settings;
    }

    /** The environment holds other names too that start with KAFKA_; a cluster sets some for every container. */
    private static Map<String, Object> known(Map<String, Object> connection, Set<String> names) {
        Map<String, Object> settings = new HashMap<>(connection);
        Predicate<String> used = name -> names.contains(name) || name.startsWith("tls") || name.startsWith("sasl");
        settings.keySet().removeIf(used.negate());
        return settings;
    }
}
