package dev.shopmirror.sync.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what a poll brings. Its offsets are committed once the answer completes, which is after the commit. */
@ApplicationScoped
class WebhookConsumer {

    private final BatchProcessor processor;

    WebhookConsumer(BatchProcessor processor) {
        this.processor = processor;
    }

    @Incoming("webhooks")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<ConsumerRecord<String, byte[]>> list = new ArrayList<>(records.count());
        records.forEach(list::add);
        return processor.process(list);
    }
}
