package dev.shopmirror.sync.overflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.WebhookEvent;

/** Puts events behind the bulk work, each as it came. */
@ApplicationScoped
class OverflowPublisher {

    private static final Logger LOG = Logger.getLogger(OverflowPublisher.class);

    private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
    private static final Duration MAX_BACKOFF = Duration.ofSeconds(5);

    private final MutinyEmitter<Record<String, byte[]>> bulk;

    OverflowPublisher(
            @Channel("overflow") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> bulk) {
        this.bulk = bulk;
    }

    /** Completes when the broker has all of them, however long it is away. Never fails. */
    Uni<Void> publish(List<ConsumerRecord<String, byte[]>> records) {
        List<Uni<Void>> sent = records.stream().map(this::publish).toList();
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    private Uni<Void> publish(ConsumerRecord<String, byte[]> origin) {
        return Uni.createFrom()
                .deferred(() -> bulk.sendMessage(copyOf(origin)))
                .onFailure()
                .invoke(OverflowPublisher::logFailure)
                .onFailure()
                .retry()
                .withBackOff(FIRST_BACKOFF, MAX_BACKOFF)
                .indefinitely();
    }

    private static Message<Record<String, byte[]>> copyOf(ConsumerRecord<String, byte[]> origin) {
        // no timestamp of the origin: its retention begins anew, for it may have to wait
        return Message.of(Record.of(origin.key(), origin.value()))
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withHeaders(headersOf(origin))
                        .build());
    }

    /** What the origin's place and time in Kafka stand for is written down: the copy has others. */
    private static Headers headersOf(ConsumerRecord<String, byte[]> origin) {
        Headers headers = new RecordHeaders(origin.headers());
        set(headers, EventHeaders.WEBHOOK_ID, WebhookEvent.deliveryId(origin));
        set(
                headers,
                EventHeaders.RECEIVED_AT,
                WebhookEvent.fromRecord(origin).receivedAt().toString());
        return headers;
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }

    private static void logFailure(Throwable failure) {
        LOG.warnf("An event could not be put off and will be tried again: %s", failure);
    }
}
