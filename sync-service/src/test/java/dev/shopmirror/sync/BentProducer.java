package dev.shopmirror.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresServer;

/** Sends records that no ingest-service would, and reads what became of all since. */
final class BentProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KafkaServer.shared().bootstrapServers(),
                    "max.request.size",
                    KafkaTopics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());

    private final Timestamp begin = now();
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    /** A row of the ledger. */
    record Outcome(String topic, String outcome, String reason, String error, int records) {}

    void send(BentDelivery delivery) {
        var kafkaRecord = new ProducerRecord<String, byte[]>(KafkaTopics.WEBHOOKS, null, delivery.body());
        delivery.headers().forEach(header -> kafkaRecord.headers().add(header.name(), header.value()));
        sent.add(producer.send(kafkaRecord));
    }

    /** How many of the records the ledger knows: as a row, as a further attempt at one, or as a duplicate. */
    int accounted() {
        return outcomes().stream().mapToInt(Outcome::records).sum();
    }

    /** What became of the records sent here. */
    List<Outcome> outcomes() {
        awaitSent();
        List<Outcome> outcomes = new ArrayList<>();
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT topic, outcome, reason, error, attempts + duplicates "
                                + "FROM webhook_delivery WHERE committed_at >= ?")) {
            statement.setTimestamp(1, begin);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    outcomes.add(new Outcome(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getInt(5)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger cannot be read", e);
        }
        return outcomes;
    }

    @Override
    public void close() {
        producer.close();
    }

    private void awaitSent() {
        for (Future<RecordMetadata> future : sent) {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("Kafka did not take a record", e);
            }
        }
    }

    private static Timestamp now() {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT clock_timestamp()")) {
            rows.next();
            return rows.getTimestamp(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be asked for the time", e);
        }
    }
}
