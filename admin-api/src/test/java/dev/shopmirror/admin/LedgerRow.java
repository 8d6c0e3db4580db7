package dev.shopmirror.admin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.event.KafkaTopics;

/** A row of the ledger, as sync-service would have written it. */
public final class LedgerRow {

    private final String shopDomain;
    private final String webhookId;
    private String topic = "products/update";
    private Long resourceId;
    private Instant committedAt = Instant.parse("2026-10-01T08:30:00.5Z");
    private String outcome = "applied";
    private String reason;
    private String error;
    private RecordPosition position = new RecordPosition(KafkaTopics.WEBHOOKS, 0, 0);

    private LedgerRow(String shopDomain, String webhookId) {
        this.shopDomain = shopDomain;
        this.webhookId = webhookId;
    }

    public static LedgerRow of(String shopDomain) {
        return of(shopDomain, UUID.randomUUID().toString());
    }

    public static LedgerRow of(String shopDomain, String webhookId) {
        return new LedgerRow(shopDomain, webhookId);
    }

    public LedgerRow topic(String value) {
        topic = value;
        return this;
    }

    public LedgerRow resourceId(long value) {
        resourceId = value;
        return this;
    }

    public LedgerRow committedAt(Instant value) {
        committedAt = value;
        return this;
    }

    public LedgerRow deadLettered(String code) {
        outcome = "dead_lettered";
        reason = code;
        error = "The body is not JSON";
        return this;
    }

    public LedgerRow ignored(String code) {
        outcome = "ignored";
        reason = code;
        return this;
    }

    public LedgerRow at(RecordPosition value) {
        position = value;
        return this;
    }

    /** Answers the key of the row. */
    public DeliveryKey insert() {
        Owner.execute(
                """
                INSERT INTO webhook_delivery (shop_domain, topic, webhook_id, event_id, resource_id, triggered_at,
                    received_at, committed_at, outcome, reason, error, source, kafka_topic, kafka_partition, kafka_offset)
                VALUES (?, ?, ?, 'event-1', ?, ?, ?, ?, ?, ?, ?, 'webhook', ?, ?, ?)""",
                shopDomain,
                topic,
                webhookId,
                resourceId,
                Timestamp.from(committedAt.minusMillis(1500)),
                Timestamp.from(committedAt.minusMillis(500)),
                Timestamp.from(committedAt),
                outcome,
                reason,
                error,
                position.topic(),
                position.partition(),
                position.offset());
        return new DeliveryKey(shopDomain, topic, webhookId);
    }
}
