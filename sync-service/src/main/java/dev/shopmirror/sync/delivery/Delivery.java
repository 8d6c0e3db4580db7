package dev.shopmirror.sync.delivery;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.sync.change.Change;
import dev.shopmirror.sync.payload.ChangeReader;
import dev.shopmirror.sync.payload.JsonBody;
import dev.shopmirror.sync.payload.StoreEventReader;
import dev.shopmirror.sync.store.StoreEvent;
import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

/**
 * One delivery as it came from Kafka, read. Of change, store event and poison at most one is there; none when the topic is
 * not handled.
 *
 * @param change what it tells of a resource
 * @param storeEvent what it tells of the shop itself
 * @param poison why the body can never be applied
 * @param nulRemoved whether U+0000 was removed from its text
 */
public record Delivery(
        ConsumerRecord<String, byte[]> record,
        WebhookEvent event,
        String id,
        Change change,
        StoreEvent storeEvent,
        PoisonException poison,
        boolean nulRemoved) {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    /** Reads the record; never fails. */
    public static Delivery read(ConsumerRecord<String, byte[]> record) {
        WebhookEvent event = WebhookEvent.fromRecord(record);
        String id = WebhookEvent.deliveryId(record);
        try {
            return read(record, event, id);
        } catch (PoisonException e) {
            return new Delivery(record, event, id, null, null, e, false);
        } catch (RuntimeException | StackOverflowError e) {
            // an error that got out would end consumption for good
            LOG.errorf(e, "No reader foresaw this body: topic=%s webhookId=%s", event.topic(), id);
            var poison = new PoisonException(PoisonReason.UNREADABLE, "The body could not be read");
            return new Delivery(record, event, id, null, null, poison, false);
        }
    }

    private static Delivery read(ConsumerRecord<String, byte[]> record, WebhookEvent event, String id) {
        boolean tellsOfResource = ChangeReader.handles(event.topic());
        if (!tellsOfResource && !StoreEventReader.handles(event.topic())) {
            return new Delivery(record, event, id, null, null, null, false);
        }
        JsonBody body = JsonBody.parse(event.body());
        return tellsOfResource
                ? new Delivery(record, event, id, ChangeReader.read(event, id, body), null, null, body.nulRemoved())
                : new Delivery(
                        record, event, id, null, StoreEventReader.read(event, id, body), null, body.nulRemoved());
    }

    /** The same delivery, found to be poison by the database. */
    public Delivery poisonedBy(PoisonException reason) {
        return new Delivery(record, event, id, null, null, reason, nulRemoved);
    }

    /** Whether the topic is one that is applied, or would be were the body no poison. */
    boolean isHandled() {
        return change != null || storeEvent != null || poison != null;
    }

    /** An operator wants it processed again, whatever came of it. */
    boolean isReplay() {
        return event.source() == EventSource.REPLAY;
    }

    /** Where its record is in Kafka: {@code topic-partition-offset}. */
    String place() {
        return record.topic() + "-" + record.partition() + "-" + record.offset();
    }

    public DeliveryKey key() {
        return new DeliveryKey(event.shopDomain(), event.topic(), id);
    }

    /** Shopify's id of the resource; null when the body was not read, or is about the shop. */
    public Long resourceId() {
        return change == null ? null : change.key().id();
    }

    /** How many variants the body brings. */
    public int variants() {
        return change == null ? 0 : change.variants().rows().size();
    }
}
