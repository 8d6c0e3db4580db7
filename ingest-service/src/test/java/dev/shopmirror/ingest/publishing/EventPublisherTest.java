package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class EventPublisherTest {

    private static final ProducerRecord<String, byte[]> EVENT = new ProducerRecord<>("t", "k", new byte[] {1});

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final ProducerSlot slot = new ProducerSlot(() -> producer);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final EventPublisher publisher = new EventPublisher(slot, meters);

    @Test
    void completesOnlyWhenTheBrokerAcknowledged() {
        slot.maintain();
        var answer = publish();

        assertThat(producer.history()).containsExactly(EVENT);
        answer.assertNotTerminated();
        producer.completeNext();
        answer.assertCompleted();
        assertThat(meters.get("shopmirror.ingest.publish").timer().count()).isEqualTo(1);
    }

    @Test
    void refusedByTheBrokerIsNotPublished() {
        slot.maintain();
        var answer = publish();
        producer.errorNext(new NotEnoughReplicasException("one of two"));

        answer.assertFailedWith(NotPublishedException.class, "NotEnoughReplicasException: one of two");
        assertThat(meters.get("shopmirror.ingest.publish").timer().count()).isZero();
    }

    @Test
    void producerThatThrowsIsNotPublishedAndReplaced() {
        slot.maintain();
        producer.sendException = new IllegalStateException("fenced");

        publish().assertFailedWith(NotPublishedException.class, "fenced");
        slot.maintain();
        assertThat(producer.closed()).isTrue();
    }

    @Test
    void beforeTheFirstConnectionNothingIsPublished() {
        publish().assertFailedWith(NotPublishedException.class, "not been reached");
    }

    private UniAssertSubscriber<Void> publish() {
        return publisher.publish(EVENT).subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
