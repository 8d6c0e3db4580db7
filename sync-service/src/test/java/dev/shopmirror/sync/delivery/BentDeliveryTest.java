package dev.shopmirror.sync.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.Fuzzing;
import dev.shopmirror.sync.table.PoisonReason;

class BentDeliveryTest {

    @Test
    void everyRecordIsAChangeThatCanBeWrittenOrUnhandledOrForeseenPoison() {
        Fuzzing.cases(10_000).check(BentDeliveryTest::changeThatCanBeWrittenOrUnhandledOrForeseenPoison);
    }

    static void changeThatCanBeWrittenOrUnhandledOrForeseenPoison(Choices choices) {
        BentDelivery bent = BentDelivery.next("acme.myshopify.com", "w-1", choices);
        var record = new ConsumerRecord<>(KafkaTopics.WEBHOOKS, 0, 42, "key", bent.body());
        bent.headers().forEach(header -> record.headers().add(header.name(), header.value()));

        Delivery delivery = Delivery.read(record);

        assertThat(delivery.id()).isNotEmpty();
        if (delivery.poison() != null) {
            assertThat(delivery.poison().reason()).isNotIn(PoisonReason.UNREADABLE, PoisonReason.REFUSED_BY_DATABASE);
        } else if (delivery.change() != null) {
            Writable.check(delivery.change());
        }
    }
}
