package dev.shopmirror.ingest.intake;

import org.apache.kafka.clients.producer.ProducerRecord;

import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;

/**
 * A delivery that Shopify has signed and that says whose it is.
 *
 * @param shop {@code acme.myshopify.com}
 * @param topic {@code products/update}; any text, for topics come and go at Shopify
 * @param secretName which of our secrets it was signed with
 */
record AdmittedDelivery(String shop, String topic, String secretName, Delivery delivery) {

    ProducerRecord<String, byte[]> toRecord() {
        return WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                shop,
                topic,
                delivery.headers().asMap(),
                delivery.receivedAt(),
                EventSource.WEBHOOK,
                delivery.body());
    }
}
