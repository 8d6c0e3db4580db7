package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import dev.shopmirror.event.KafkaTopics;

/** Settings of the Kafka clients: the operator's connection, and what this service's promises rest on. */
final class ProducerSettings {

    /** The longest that {@code delivery.timeout.ms} may be: every answer is given within 3 s. */
    static final Duration LONGEST_DELIVERY = Duration.ofMillis(2500);

    private ProducerSettings() {}

    /**
     * @param connection {@code kafka.*} of the configuration, as Kafka names it
     * @throws IllegalArgumentException when the time-outs do not fit each other
     */
    static Map<String, Object> producer(Map<String, Object> connection, PublishingConfig config) {
        requireFittingTimeouts(config);
        Map<String, Object> settings = known(connection, ProducerConfig.configNames());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(
                ProducerConfig.LINGER_MS_CONFIG, Math.toIntExact(config.linger().toMillis()));
        settings.put(
                ProducerConfig.BATCH_SIZE_CONFIG,
                Math.toIntExact(config.batchSize().asLongValue()));
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.requestTimeout().toMillis()));
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(config.deliveryTimeout().toMillis()));
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaTopics.MAX_RECORD_BYTES);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, bufferMemory(config));
        // send() is called on event loops: what it would wait for, metadata or memory, fails at once instead
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0);
        settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(1).toMillis());
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1000);
        settings.put(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 2000);
        return settings;
    }

    /** For a client that only asks whether the brokers are there. */
    static Map<String, Object> admin(Map<String, Object> connection) {
        Map<String, Object> settings = known(connection, AdminClientConfig.configNames());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1500);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000);
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }

    /** Twice what may be in flight: the batches being filled hold room they do not use yet. */
    private static long bufferMemory(PublishingConfig config) {
        return 2 * config.maxBytesInFlight().asLongValue();
    }

    private static void requireFittingTimeouts(PublishingConfig config) {
        if (config.deliveryTimeout().compareTo(LONGEST_DELIVERY) > 0) {
            throw new IllegalArgumentException("publishing.delivery-timeout is at most " + LONGEST_DELIVERY.toMillis()
                    + " ms: a delivery is answered within 3 s");
        }
        if (config.linger().plus(config.requestTimeout()).compareTo(config.deliveryTimeout()) > 0) {
            throw new IllegalArgumentException(
                    "publishing.linger + publishing.request-timeout must not exceed publishing.delivery-timeout");
        }
    }

    /** The environment holds other names too that start with KAFKA_; a cluster sets some for every container. */
    private static Map<String, Object> known(Map<String, Object> connection, Set<String> names) {
        Map<String, Object> settings = new HashMap<>(connection);
        Predicate<String> used = name -> names.contains(name) || name.startsWith("tls") || name.startsWith("sasl");
        settings.keySet().removeIf(used.negate());
        return settings;
    }
}
