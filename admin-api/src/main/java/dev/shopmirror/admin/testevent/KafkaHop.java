package dev.shopmirror.admin.testevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.kafka.RecordPosition;

/** Where the event is in Kafka. */
@Schema(name = "TestEventKafka")
record KafkaHop(
        boolean ok,
        @Schema(nullable = true) String topic,
        @Schema(nullable = true) Integer partition,
        @Schema(nullable = true) Long offset) {

    static final KafkaHop MISSING = new KafkaHop(false, null, null, null);

    static KafkaHop at(RecordPosition position) {
        return new KafkaHop(true, position.topic(), position.partition(), position.offset());
    }
}
