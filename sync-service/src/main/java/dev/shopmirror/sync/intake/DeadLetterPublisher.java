package dev.shopmirror.sync.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.sync.delivery.Outcome;
import dev.shopmirror.sync.delivery.Settled;

/** Puts poison aside: the record as it came, with all its headers, and why and whence. */
@ApplicationScoped
class DeadLetterPublisher {

    private final MutinyEmitter<Record<String, byte[]>> deadLetters;

    DeadLetterPublisher(
            @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Completes when the broker has all dead letters among these. */
    Uni<Void> publish(List<Settled> outcomes) {
        List<Uni<Void>> sent = outcomes.stream()
                .filter(settled -> settled.outcome().kind() == Outcome.Kind.DEAD_LETTERED)
                .map(settled -> send(settled.delivery().record(), settled.outcome()))
                .toList();
        return sent.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(sent).andFailFast().replaceWithVoid();
    }

    /** With its reason and origin a body may no longer fit; then it stays where it was, and the rest is put aside. */
    private Uni<Void> send(ConsumerRecord<String, byte[]> origin, Outcome outcome) {
        Headers headers = headers(origin, outcome);
        return send(origin.key(), origin.value(), headers)
                .onFailure(RecordTooLargeException.class)
                .recoverWithUni(() -> {
                    add(headers, DeadLetterHeaders.OMITTED_BODY_BYTES, Integer.toString(origin.value().length));
                    return send(origin.key(), null, headers);
                });
    }

    private Uni<Void> send(String key, byte[] value, Headers headers) {
        return deadLetters.sendMessage(Message.of(Record.of(key, value))
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withHeaders(headers)
                        .build()));
    }

    private static Headers headers(ConsumerRecord<String, byte[]> origin, Outcome outcome) {
        Headers headers = new RecordHeaders(origin.headers());
        add(headers, DeadLetterHeaders.REASON, outcome.reason());
        add(headers, DeadLetterHeaders.ERROR, outcome.error());
        add(headers, DeadLetterHeaders.TOPIC, origin.topic());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(origin.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(origin.offset()));
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
