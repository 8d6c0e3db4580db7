package dev.shopmirror.admin.testevent;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import dev.shopmirror.admin.kafka.RecordPosition;

/** Where the event is in Kafka. */
@Schema(name = "TestEventKafka")
record KafkaHop(
        boolean ok,
        @Schema(nullable = true) String topic,
        @Schema(nullable = true) Integer partition,
        @Schema(nullable = true) Long offset,

        @Schema(description = "Why it could not be looked for; null when it was, or there was no need", nullable = true)
        String error) {

    static final KafkaHop MISSING = new KafkaHop(false, null, null, null, null);

    static KafkaHop at(RecordPosition position) {
        return new KafkaHop(true, position.topic(), position.partition(), position.offset(), null);
    }

    /** Nobody knows whether it is there. */
    static KafkaHop unknown(String error) {
        return new KafkaHop(false, null, null, null, error);
    }
}
