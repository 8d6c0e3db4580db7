package dev.shopmirror.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import dev.shopmirror.event.DeadLetterHeaders;
import dev.shopmirror.event.EventHeaders;
import dev.shopmirror.event.EventSource;
import dev.shopmirror.event.KafkaTopics;
import dev.shopmirror.event.WebhookEvent;
import dev.shopmirror.localstack.KafkaServer;
import dev.shopmirror.localstack.PostgresServer;

/** A shop of one test: delivers as ingest-service does, and reads what became of it as the owner of the schema. */
final class TestShop implements AutoCloseable {

    private final String domain = "test-" + UUID.randomUUID() + ".myshopify.com";
    private final UUID storeId = UUID.randomUUID();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(
                    "bootstrap.servers",
                    KafkaServer.shared().bootstrapServers(),
                    "max.request.size",
                    KafkaTopics.MAX_RECORD_BYTES),
            new StringSerializer(),
            new ByteArraySerializer());

    private TestShop(String status) {
        if (status != null) {
            insert(status);
        }
    }

    static TestShop active() {
        return new TestShop("active");
    }

    static TestShop inactive() {
        return new TestShop("inactive");
    }

    static TestShop unknown() {
        return new TestShop(null);
    }

    static String payload(String name) {
        try (InputStream in = TestShop.class.getResourceAsStream("/payloads/" + name + ".json")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String domain() {
        return domain;
    }

    void deliver(String topic, String body, String triggeredAt) {
        deliverAs(UUID.randomUUID().toString(), topic, body, triggeredAt);
    }

    void deliverAs(String webhookId, String topic, String body, String triggeredAt) {
        var record = WebhookEvent.toRecord(
                KafkaTopics.WEBHOOKS,
                domain,
                topic,
                Map.of(EventHeaders.WEBHOOK_ID, webhookId, EventHeaders.TRIGGERED_AT, triggeredAt),
                Instant.now(),
                EventSource.WEBHOOK,
                body.getBytes(UTF_8));
        try {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not take the delivery", e);
        }
    }

    /** The store of an unknown shop is created. */
    void appear() {
        insert("active");
    }

    /** The database's clock. */
    Timestamp now() {
        return (Timestamp) ledger("SELECT clock_timestamp() WHERE ? <> ''").get(0);
    }

    UUID storeId() {
        return storeId;
    }

    /** @param change of the store's row, {@code status = 'inactive'} */
    void change(String change) {
        execute("UPDATE store SET " + change + " WHERE id = ?", storeId);
    }

    /** Makes all deliveries of the shop have had this outcome. */
    void become(String outcome, String reason) {
        execute("UPDATE webhook_delivery SET outcome = ?, reason = ? WHERE shop_domain = ?", outcome, reason, domain);
    }

    /** Outcomes of the shop's deliveries in the order of their commits, once there are this many. */
    List<Object> awaitOutcomes(int count) {
        String query = "SELECT outcome FROM webhook_delivery WHERE shop_domain = ? ORDER BY committed_at, kafka_offset";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger(query)).hasSize(count));
        return ledger(query);
    }

    List<Object> ledger(String query) {
        return firstColumn(select(query, domain));
    }

    List<Object> values(String query) {
        return firstColumn(select(query, storeId));
    }

    Object value(String query) {
        return values(query).get(0);
    }

    Map<String, Object> row(String query) {
        return select(query, storeId).get(0);
    }

    List<String> deadLetterReasons() {
        return deadLetters().stream()
                .map(letter -> header(letter, DeadLetterHeaders.REASON))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(KafkaTopics.DEAD_LETTER).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    if (header(record, EventHeaders.SHOP_DOMAIN).equals(domain)) {
                        letters.add(record);
                    }
                }
            }
            return letters;
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void insert(String status) {
        execute(
                "INSERT INTO store (id, shop_domain, name, status, credential_kind) VALUES (?, ?, 'Test', ?, "
                        + "'access_token')",
                storeId,
                domain,
                status);
    }

    static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<Object> firstColumn(List<Map<String, Object>> rows) {
        return new ArrayList<>(
                rows.stream().map(row -> row.values().iterator().next()).collect(Collectors.toList()));
    }

    private static List<Map<String, Object>> select(String query, Object parameter) {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static List<Map<String, Object>> read(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, Object>> result = new ArrayList<>();
        while (rows.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnName(i), rows.getObject(i));
            }
            result.add(row);
        }
        return result;
    }

    private static void execute(String sql, Object... parameters) {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
