package dev.shopmirror.event;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The Kafka topics of Shopmirror. Whoever deploys creates them with these settings; no service creates topics. */
public record KafkaTopics(String name, int partitions, Duration retention) {

    /** Live deliveries from Shopify. */
    public static final String WEBHOOKS = "shopify.webhooks";

    /** Events that may wait: replays, backfills, and live ones that were put off so that other stores go first. */
    public static final String WEBHOOKS_BULK = "shopify.webhooks.bulk";

    /** Records that can never be applied, with the reason and their origin in headers. */
    public static final String DEAD_LETTER = "shopify.webhooks.dead-letter";

    /** Largest webhook body that is accepted, in bytes. */
    public static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    /** Largest Kafka record, in bytes: a body and its headers. Topics, producers and brokers allow at least this. */
    public static final int MAX_RECORD_BYTES = MAX_BODY_BYTES + 1024 * 1024;

    public static final List<KafkaTopics> ALL = List.of(
            new KafkaTopics(WEBHOOKS, 12, Duration.ofDays(7)),
            new KafkaTopics(WEBHOOKS_BULK, 12, Duration.ofDays(7)),
            new KafkaTopics(DEAD_LETTER, 12, Duration.ofDays(14)));

    /** Topic-level settings, as Kafka names them. */
    public Map<String, String> configs() {
        return Map.of(
                "retention.ms", Long.toString(retention.toMillis()),
                "max.message.bytes", Integer.toString(MAX_RECORD_BYTES));
    }
}
