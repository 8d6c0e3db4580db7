package dev.shopmirror.admin.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.admin.problem.Problem;

/** Hands events to Kafka. The producer is made at first use: most replicas never need one. */
@ApplicationScoped
public class EventPublisher {

    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> settings;
    private Producer<String, byte[]> producer;

    EventPublisher(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        this.settings = ClientSettings.producer(connection);
    }

    /**
     * Returns when all in-sync replicas have all of these. Blocks, never call it on an event loop; fails with
     * {@link Problem#KAFKA_UNAVAILABLE} when not all were acknowledged, though some may have been written.
     */
    public synchronized void publish(List<ProducerRecord<String, byte[]>> events) {
        try {
            sendAll(events);
        } catch (KafkaException | ExecutionException failure) {
            // whether this one can ever send again depends on the failure; a new one always can
            close(Duration.ZERO);
            throw KafkaFailure.problem(failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw KafkaFailure.problem(stopping);
        }
    }

    @PreDestroy
    synchronized void close() {
        close(CLOSE_PATIENCE);
    }

    private void sendAll(List<ProducerRecord<String, byte[]>> events) throws ExecutionException, InterruptedException {
        if (producer == null) {
            Compression.preferNative();
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ProducerRecord<String, byte[]> event : events) {
            sent.add(producer.send(event));
        }
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get();
        }
    }

    private void close(Duration patience) {
        if (producer != null) {
            producer.close(patience);
            producer = null;
        }
    }
}
