package dev.shopmirror.system.fault;

import static java.util.stream.Collectors.toMap;

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
    static Map<Position, DeliveryId> ofDeliveries(Collection<String> shops) {
        Map<Position, DeliveryId> deliveries = new HashMap<>();
        for (String topic : List.of(KafkaTopics.WEBHOOKS, KafkaTopics.WEBHOOKS_BULK)) {
            deliveries.putAll(read(topic, shops, one -> new Position(one.topic(), one.partition(), one.offset())));
        }
        return deliveries;
    }

    /** Shops' dead letters by where they came from; one that was published twice came from one place. */
    static Map<Position, DeliveryId> originsOfDeadLetters(Collection<String> shops) {
        return read(
                KafkaTopics.DEAD_LETTER,
                shops,
                one -> new Position(
                        KafkaReader.header(one, "dead-letter-topic"),
                        Integer.parseInt(KafkaReader.header(one, "dead-letter-partition")),
                        Long.parseLong(KafkaReader.header(one, "dead-letter-offset"))));
    }

    private static Map<Position, DeliveryId> read(
            String topic, Collection<String> shops, Function<ConsumerRecord<String, byte[]>, Position> position) {
        List<ConsumerRecord<String, byte[]>> records = KafkaReader.records(topic, shops);
        return records.stream().collect(toMap(position, Position::delivery, (one, same) -> one));
    }

    private static DeliveryId delivery(ConsumerRecord<String, byte[]> one) {
        return new DeliveryId(
                KafkaReader.header(one, EventHeaders.TOPIC), KafkaReader.header(one, EventHeaders.WEBHOOK_ID));
    }
}
