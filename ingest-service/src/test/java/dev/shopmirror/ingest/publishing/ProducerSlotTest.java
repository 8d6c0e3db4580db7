package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Exception> failuresOfSingleRecords() {
        return Stream.of(
                new TimeoutException("late"),
                new RecordTooLargeException("large"),
                new InvalidRecordException("no key"),
                new TopicAuthorizationException("shopify.webhooks"),
                new OutOfOrderSequenceException("gap"),
                new KafkaException("part of a batch which had an invalid record"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfSingleRecords")
    void failureOfARecordKeepsTheProducer(Exception failure) {
        slot.maintain();
        slot.failedWith(first, failure);
        slot.maintain();

        assertThat(slot.current()).contains(first);
        assertThat(first.closed()).isFalse();
    }

    static Stream<Exception> ends() {
        return Stream.of(
                new AuthenticationException("expired"),
                new ClusterAuthorizationException("no idempotent sends"),
                new InvalidPidMappingException("unknown"),
                new ProducerFencedException("fenced"),
                new UnsupportedVersionException("old broker"));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void producerThatSendsNothingAnyMoreIsReplaced(Exception failure) {
        slot.maintain();
        slot.failedWith(first, failure);
        slot.maintain();

        assertThat(first.closed()).isTrue();
        assertThat(slot.current()).contains(second);
    }

    @Test
    void producerInItsErrorStateIsReplaced() {
        slot.maintain();
        slot.refusedWith(first, new KafkaException("Cannot execute transactional method: in an error state"));
        slot.maintain();

        assertThat(slot.current()).contains(second);
    }

    @Test
    void lateSenderOfTheOldProducerDoesNotCondemnTheNewOne() {
        slot.maintain();
        slot.failedWith(first, new ProducerFencedException("fenced"));
        slot.maintain();
        slot.refusedWith(first, new IllegalStateException("Cannot perform operation after producer has been closed"));
        slot.maintain();

        assertThat(slot.current()).contains(second);
        assertThat(second.closed()).isFalse();
    }

    @Test
    void recordThatCannotBeWrittenKeepsTheProducer() {
        slot.maintain();
        slot.refusedWith(first, new SerializationException("key"));
        slot.maintain();

        assertThat(slot.current()).contains(first);
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
