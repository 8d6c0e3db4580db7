package dev.shopmirror.admin.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.KafkaLog;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.event.KafkaTopics;

class KafkaRecordsTest {

    private final KafkaLog kafka = KafkaLog.open();
    private final KafkaRecords records = new KafkaRecords(KafkaLog.connection());

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void recordsAreFoundAmongManyOthers() {
        List<RecordPosition> all = send(400, 10);
        List<RecordPosition> wanted = List.of(all.get(1), all.get(2), all.get(250), all.get(399));

        ReadRecords read = records.read(wanted);

        assertThat(read.found().keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(read.found().get(all.get(250)).value()).hasSize(10);
        assertThat(read.gone()).isEmpty();
        assertThat(read.rest()).isEmpty();
    }

    @Test
    void whatRetentionRemovedIsGone() {
        List<RecordPosition> all = send(3, 10);
        KafkaLog.forget(all.get(1));

        ReadRecords read = records.read(all);

        assertThat(read.found().keySet()).containsExactly(all.get(2));
        assertThat(read.gone()).containsExactlyInAnyOrder(all.get(0), all.get(1));
    }

    @Test
    void positionsThatNeverWereAreGone() {
        RecordPosition last = send(1, 10).get(0);
        Set<RecordPosition> nowhere = Set.of(
                new RecordPosition(last.topic(), last.partition(), last.offset() + 1000),
                new RecordPosition(last.topic(), 99, 0),
                new RecordPosition("another.topic", 0, 0));

        assertThat(records.read(nowhere).gone()).isEqualTo(nowhere);
    }

    @Test
    void largeBodiesComeSomeAtATime() {
        List<RecordPosition> all = new ArrayList<>(send(4, 8_000_000));
        Set<RecordPosition> found = new HashSet<>();
        int reads = 0;
        while (!all.isEmpty()) {
            ReadRecords read = records.read(all);
            assertThat(read.found()).hasSizeLessThan(4).isNotEmpty();
            found.addAll(read.found().keySet());
            all = new ArrayList<>(read.rest());
            reads++;
        }

        assertThat(found).hasSize(4);
        assertThat(reads).isBetween(2, 4);
    }

    @Test
    void deadLetterIsFoundByItsOrigin() {
        RecordPosition origin = new RecordPosition(KafkaTopics.WEBHOOKS, 0, System.nanoTime());
        String key = keyOfPartition(0);
        RecordPosition before = kafka.deadLetterOf(
                event(KafkaTopics.WEBHOOKS, key, 10), new RecordPosition(KafkaTopics.WEBHOOKS, 0, 1));
        RecordPosition copy = kafka.deadLetterOf(event(KafkaTopics.WEBHOOKS, key, 10), origin);

        Instant now = Instant.now();
        Map<RecordPosition, RecordPosition> located = records.locateDeadLetters(List.of(new DeadLetter(origin, now)));

        assertThat(before.partition()).isEqualTo(copy.partition()).isZero();
        assertThat(located).containsExactly(Map.entry(origin, copy));
        assertThat(records.locateDeadLetters(List.of(new DeadLetter(origin, now.plus(Duration.ofHours(1))))))
                .isEmpty();
    }

    @Test
    void deadLettersFarApartAmongManyOthersAreFound() {
        String key = keyOfPartition(0);
        Instant first = Instant.now().minus(Duration.ofMinutes(600));
        // what other tests left there is newer
        KafkaLog.forget(kafka.deadLetterOf(
                event(KafkaTopics.WEBHOOKS, key, 10), new RecordPosition(KafkaTopics.WEBHOOKS, 0, 1)));
        List<DeadLetter> wanted = new ArrayList<>();
        Map<RecordPosition, RecordPosition> copies = new HashMap<>();
        for (int minute = 0; minute < 600; minute++) {
            Instant settledAt = first.plus(Duration.ofMinutes(minute));
            RecordPosition origin = new RecordPosition(KafkaTopics.WEBHOOKS, 0, System.nanoTime());
            RecordPosition copy = kafka.deadLetterOf(event(KafkaTopics.WEBHOOKS, key, 10), origin, settledAt);
            if (minute % 150 == 0) {
                wanted.add(new DeadLetter(origin, settledAt));
                copies.put(origin, copy);
            }
        }

        assertThat(records.locateDeadLetters(wanted)).hasSize(4).isEqualTo(copies);
    }

    @Test
    void recordIsFoundByItsHeaderInThePartitionOfItsKey() {
        Instant now = Instant.now();
        String key = UUID.randomUUID().toString();
        kafka.send(withHeader(key, "another"));
        RecordPosition place = kafka.send(withHeader(key, "wanted"));

        assertThat(records.find(key, now.minusSeconds(60), "id", "wanted")).contains(place);
        assertThat(records.find(key, now.minusSeconds(60), "id", "nobody's")).isEmpty();
        assertThat(records.find(key, now.plusSeconds(3600), "id", "wanted")).isEmpty();
    }

    @Test
    void brokersThatAreAwayAreAClearProblem() {
        KafkaRecords away = new KafkaRecords(Map.of("bootstrap.servers", "127.0.0.1:1"));

        assertThatThrownBy(away::requireReachable)
                .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(Problem.KAFKA_UNAVAILABLE));
        assertThatThrownBy(() -> new KafkaRecords(Map.of("bootstrap.servers", "")).requireReachable())
                .isInstanceOf(ProblemException.class);
    }

    private List<RecordPosition> send(int count, int bytes) {
        String key = UUID.randomUUID().toString();
        List<RecordPosition> positions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            positions.add(kafka.send(event(KafkaTopics.WEBHOOKS, key, bytes)));
        }
        return positions;
    }

    private String keyOfPartition(int partition) {
        while (true) {
            String key = UUID.randomUUID().toString();
            if (kafka.send(event(KafkaTopics.WEBHOOKS, key, 1)).partition() == partition) {
                return key;
            }
        }
    }

    private static ProducerRecord<String, byte[]> withHeader(String key, String value) {
        ProducerRecord<String, byte[]> event = event(KafkaTopics.WEBHOOKS, key, 10);
        event.headers().add("id", value.getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private static ProducerRecord<String, byte[]> event(String topic, String key, int bytes) {
        return new ProducerRecord<>(topic, key, new byte[bytes]);
    }
}
