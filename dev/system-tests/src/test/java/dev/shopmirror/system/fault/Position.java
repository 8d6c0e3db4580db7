package dev.shopmirror.system.fault;

import static java.util.stream.Collectors.toMap;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.system.route.DeliveryId;

/** Where a record lies in Kafka. */
record Position(String topic, int partition, long offset) {

    /** Shops' deliveries by where ingest-service put them, and where sync-service put them off to. */
    static Map<Position, Sent> ofDeliveries(Collection<String> shops) {
        Map<Position, Sent> deliveries = new HashMap<>();
        for (String topic : List.of(KafkaTopics.WEBHOOKS, KafkaTopics.WEBHOOKS_BULK)) {
            deliveries.putAll(read(topic, shops, one -> new Position(one.topic(), one.partition(), one.offset())));
        }
        return deliveries;
    }

    /** Shops' dead letters by where they came from; one that was published twice came from one place. */
    static Map<Position, Sent> originsOfDeadLetters(Collection<String> shops) {
        return read(
                KafkaTopics.DEAD_LETTER,
                shops,
                one -> new Position(
                        KafkaReader.header(one, "dead-letter-topic"),
                        Integer.parseInt(KafkaReader.header(one, "dead-letter-partition")),
                        Long.parseLong(KafkaReader.header(one, "dead-letter-offset"))));
    }

    private static Map<Position, Sent> read(
            String topic, Collection<String> shops, Function<ConsumerRecord<String, byte[]>, Position> position) {
        List<ConsumerRecord<String, byte[]>> records = KafkaReader.records(topic, shops);
        return records.stream().collect(toMap(position, Position::sent, (one, same) -> one));
    }

    private static Sent sent(ConsumerRecord<String, byte[]> one) {
        DeliveryId delivery = new DeliveryId(
                KafkaReader.header(one, EventHeaders.TOPIC), KafkaReader.header(one, EventHeaders.WEBHOOK_ID));
        return new Sent(delivery, ByteBuffer.wrap(one.value()));
    }
}
