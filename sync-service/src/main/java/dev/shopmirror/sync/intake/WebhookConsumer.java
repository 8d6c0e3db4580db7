package dev.shopmirror.sync.intake;

import jakarta.enterprise.context.ApplicationScoped;

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

    WebhookConsumer(SchemaGate schema, LiveOverflow overflow, BatchProcessor processor) {
        this.schema = schema;
        this.overflow = overflow;
        this.processor = processor;
    }

    @Incoming("webhooks")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return schema.passed()
                .chain(() -> overflow.relieve(BatchProcessor.list(records)))
                .chain(processor::process);
    }
}
