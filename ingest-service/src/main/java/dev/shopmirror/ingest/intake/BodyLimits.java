package dev.shopmirror.ingest.intake;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.event.KafkaTopics;

/**
 * How much a body may be, and how long it may take.
 *
 * @param maxBytes a body of exactly as many still passes
 */
record BodyLimits(int maxBytes, Duration timeout) {

    BodyLimits {
        if (maxBytes > KafkaTopics.MAX_BODY_BYTES) {
            throw new IllegalArgumentException("intake.max-body-size is at most " + KafkaTopics.MAX_BODY_BYTES
                    + " bytes: Kafka's limits are set for that");
        }
    }

    /** @param contentLength the header's value; null for a body of unknown length */
    boolean declaresTooMuch(@Nullable String contentLength) {
        return contentLength != null && Long.parseLong(contentLength) > maxBytes;
    }

    String tooLarge() {
        return "The body may have " + maxBytes + " bytes";
    }
}
