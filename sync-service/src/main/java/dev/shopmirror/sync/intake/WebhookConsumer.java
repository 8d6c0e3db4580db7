package dev.shopmirror.sync.intake;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import dev.shopmirror.sync.delivery.Delivery;

/** Takes what a poll brings. Its offsets are committed once the answer completes, which is after the commit. */
@ApplicationScoped
class WebhookConsumer {

    private final BatchProcessor processor;

    WebhookConsumer(BatchProcessor processor) {
        this.processor = processor;
    }

    @Incoming("webhooks")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        List<Delivery> deliveries = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> record : records) {
            deliveries.add(Delivery.read(record));
        }
        return processor.process(deliveries);
    }
}
