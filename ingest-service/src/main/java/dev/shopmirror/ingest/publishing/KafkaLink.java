package dev.shopmirror.ingest.publishing;

import java.time.Duration;
import java.util.Map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Wires the Kafka clients to the configuration and to the service's start and end. */
@Startup
@Singleton
class KafkaLink {

    private static final Duration SHUTDOWN_PATIENCE = Duration.ofSeconds(3);

    private final PublishingConfig config;
    private final ProducerSlot slot;
    private final KafkaWatch watch;
    private final BytesInFlight bytesInFlight;

    KafkaLink(
            PublishingConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> connection,
            MeterRegistry meters) {
        this.config = config;
        Map<String, Object> producerSettings = ProducerSettings.producer(connection, config);
        Map<String, Object> adminSettings = ProducerSettings.admin(connection);
        this.slot = new ProducerSlot(
                () -> new KafkaProducer<>(producerSettings, new StringSerializer(), new ByteArraySerializer()));
        this.watch = new KafkaWatch(slot, new BrokerProbe(() -> Admin.create(adminSettings)));
        this.bytesInFlight = new BytesInFlight(config.maxBytesInFlight().asLongValue());
        Gauge.builder("shopmirror.ingest.bytes.in.flight", bytesInFlight, BytesInFlight::current)
                .description("Bytes of webhook bodies between their first byte received and their answer")
                .baseUnit("bytes")
                .register(meters);
    }

    @PostConstruct
    void start() {
        Compression.preferNative();
        watch.start(config.watchInterval());
    }

    @PreDestroy
    void stop() {
        watch.stop(SHUTDOWN_PATIENCE);
    }

    KafkaWatch.State state() {
        return watch.state();
    }

    @Produces
    @Singleton
    ProducerSlot slot() {
        return slot;
    }

    @Produces
    @Singleton
    BytesInFlight bytesInFlight() {
        return bytesInFlight;
    }
}
