package dev.shopmirror.admin.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import dev.shopmirror.admin.kafka.RecordPosition;
import dev.shopmirror.admin.ledger.DeliveryKey;
import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;

/** A delivery once more: as it was, but for where it comes from now. */
final class ReplayRecord {

    private ReplayRecord() {}

    /**
     * Whether this record is that delivery's with its body, and neither another one that came to stand at its position
     * nor a dead letter that was too large to be kept whole.
     *
     * @param origin where the delivery was when it was settled
     */
    static boolean isOf(DeliveryKey key, RecordPosition origin, ConsumerRecord<String, byte[]> found) {
        if (found.headers().lastHeader(DeadLetterHeaders.OMITTED_BODY_BYTES) != null) {
            return false;
        }
        WebhookEvent event = WebhookEvent.fromRecord(found);
        String webhookId = event.webhookId() == null ? nameless(origin) : event.webhookId();
        return key.equals(new DeliveryKey(event.shopDomain(), event.topic(), webhookId));
    }

    /**
     * With the id and the time that it was known by: sync-service then finds the row that is there, also of a delivery
     * that had no id of its own, and gives it the place in the order of versions that it had.
     */
    static ProducerRecord<String, byte[]> of(DeliveryKey key, ConsumerRecord<String, byte[]> found) {
        Headers headers = new RecordHeaders(found.headers());
        DeadLetterHeaders.ALL.forEach(headers::remove);
        set(headers, EventHeaders.SOURCE, EventSource.REPLAY.headerValue());
        set(headers, EventHeaders.WEBHOOK_ID, key.webhookId());
        set(
                headers,
                EventHeaders.RECEIVED_AT,
                WebhookEvent.fromRecord(found).receivedAt().toString());
        return new ProducerRecord<>(KafkaTopics.WEBHOOKS_BULK, null, found.key(), found.value(), headers);
    }

    private static String nameless(RecordPosition origin) {
        return "kafka:" + origin;
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
