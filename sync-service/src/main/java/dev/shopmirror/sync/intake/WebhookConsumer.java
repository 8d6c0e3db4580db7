package dev.shopmirror.sync.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.shopmirror.sync.overflow.LiveOverflow;
import dev.shopmirror.sync.schema.SchemaGate;

/** Takes what a poll brings. Its offsets are committed once the answer completes, which is after the commit. */
@ApplicationScoped
class WebhookConsumer {

    private final SchemaGate schema;
    private final LiveOverflow overflow;
    private final BatchProcessor processor;

    private volatile Instant since;

    WebhookConsumer(SchemaGate schema, LiveOverflow overflow, BatchProcessor processor, MeterRegistry metrics) {
        this.schema = schema;
        this.overflow = overflow;
        this.processor = processor;
        TimeGauge.builder("shopmirror.batch.age", this, TimeUnit.SECONDS, WebhookConsumer::ageSeconds)
                .description("How long the batch of live deliveries at hand has been worked on; 0 when there is none")
                .register(metrics);
    }

    @Incoming("webhooks")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        since = Instant.now();
        return schema.passed()
                .chain(() -> overflow.relieve(BatchProcessor.list(records)))
                .chain(processor::process)
                .onTermination()
                .invoke(() -> since = null);
    }

    private double ageSeconds() {
        Instant begin = since;
        return begin == null ? 0 : Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
