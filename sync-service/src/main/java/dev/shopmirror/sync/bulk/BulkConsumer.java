package dev.shopmirror.sync.bulk;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.shopmirror.sync.intake.BatchProcessor;
import dev.shopmirror.sync.schema.SchemaGate;

/** Takes replays, backfills and what live consumption put off, a poll at a time, as live lag allows. */
@ApplicationScoped
class BulkConsumer {

    private final SchemaGate schema;
    private final BulkGate liveFirst;
    private final BatchProcessor processor;

    BulkConsumer(SchemaGate schema, BulkGate liveFirst, BatchProcessor processor) {
        this.schema = schema;
        this.liveFirst = liveFirst;
        this.processor = processor;
    }

    @Incoming("bulk")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return schema.passed().chain(liveFirst::passed).chain(() -> processor.process(BatchProcessor.list(records)));
    }
}
