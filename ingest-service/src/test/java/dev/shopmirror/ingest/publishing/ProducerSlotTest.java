package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ProducerSlotTest {

    private final MockProducer<String, byte[]> first = producer();
    private final MockProducer<String, byte[]> second = producer();
    private final Queue<MockProducer<String, byte[]>> made = new ArrayDeque<>();
    private final ProducerSlot slot = new ProducerSlot(made::remove);

    ProducerSlotTest() {
        made.add(first);
        made.add(second);
    }

    @Test
    void producerIsBuiltOnceAndKept() {
        assertThat(slot.current()).isEmpty();
        slot.maintain();
        slot.maintain();

        assertThat(slot.current()).contains(first);
    }

    @Test
    void failureThatPassesKeepsTheProducer() {
        slot.maintain();
        slot.failedWith(new TimeoutException("late"));
        slot.failedWith(new RecordTooLargeException("large"));
        slot.maintain();

        assertThat(slot.current()).contains(first);
        assertThat(first.closed()).isFalse();
    }

    @Test
    void producerThatWillRefuseForGoodIsReplaced() {
        slot.maintain();
        slot.failedWith(new AuthenticationException("expired"));
        slot.maintain();

        assertThat(first.closed()).isTrue();
        assertThat(slot.current()).contains(second);
    }

    @Test
    void brokersWithoutAnAddressYetAreTriedAgain() {
        Queue<Object> attempts = new ArrayDeque<>();
        attempts.add(new KafkaException("No resolvable bootstrap urls"));
        attempts.add(first);
        ProducerSlot patient = new ProducerSlot(() -> {
            Object next = attempts.remove();
            if (next instanceof KafkaException failure) {
                throw failure;
            }
            return first;
        });

        assertThatThrownBy(patient::maintain).isInstanceOf(KafkaException.class);
        assertThat(patient.current()).isEmpty();
        patient.maintain();
        assertThat(patient.current()).contains(first);
    }

    @Test
    void partitionsAreKnownOnceTheProducerHasThem() {
        assertThat(slot.knowsPartitions()).isFalse();
        slot.maintain();

        assertThat(slot.knowsPartitions()).isTrue();
    }

    @Test
    void closedSlotIsEmpty() {
        slot.maintain();
        slot.close(Duration.ZERO);

        assertThat(first.closed()).isTrue();
        assertThat(slot.current()).isEmpty();
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }
}
