package dev.shopmirror.admin.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartitionWalkTest {

    private static final TopicPartition PARTITION = new TopicPartition("shopify.webhooks", 3);
    private static final long PLENTY = 1_000_000;

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final ReadRecords result = ReadRecords.empty();

    @BeforeEach
    void startOfTheLog() {
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void onlyWhatIsWantedIsKept() {
        consumer.schedulePollTask(() -> stored(5, 6, 7));

        walk(PLENTY, 5, 7);

        assertThat(result.found().keySet()).containsExactlyInAnyOrder(place(5), place(7));
        assertThat(result.gone()).isEmpty();
        assertThat(result.rest()).isEmpty();
    }

    @Test
    void whatLiesFarAheadIsLeaptTo() {
        consumer.schedulePollTask(() -> stored(5, 6));
        consumer.schedulePollTask(() -> {
            assertThat(consumer.position(PARTITION)).isEqualTo(9_000);
            stored(9_000);
        });

        walk(PLENTY, 5, 9_000);

        assertThat(result.found().keySet()).containsExactlyInAnyOrder(place(5), place(9_000));
    }

    @Test
    void holeInTheLogIsGone() {
        consumer.schedulePollTask(() -> stored(5, 8));

        walk(PLENTY, 5, 6, 8);

        assertThat(result.found().keySet()).containsExactlyInAnyOrder(place(5), place(8));
        assertThat(result.gone()).containsExactly(place(6));
    }

    @Test
    void spentBudgetLeavesTheRest() {
        consumer.schedulePollTask(() -> stored(5, 6));
        consumer.schedulePollTask(() -> stored(900));

        assertThat(walk(1, 5, 6, 900)).isNegative();

        assertThat(result.found()).hasSize(2);
        assertThat(result.rest()).containsExactly(place(900));
        assertThat(result.gone()).isEmpty();
    }

    @Test
    void logThatLostItsEndIsTriedAnotherTime() {
        consumer.schedulePollTask(() -> consumer.seek(PARTITION, 2));

        assertThatThrownBy(() -> walk(PLENTY, 5)).isInstanceOf(TimeoutException.class);
    }

    private long walk(long budget, long... offsets) {
        TreeSet<Long> wanted = new TreeSet<>(Arrays.stream(offsets).boxed().toList());
        return new PartitionWalk(consumer, PARTITION, wanted).read(result, budget);
    }

    private void stored(long... offsets) {
        for (long offset : List.of(Arrays.stream(offsets).boxed().toArray(Long[]::new))) {
            consumer.addRecord(
                    new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "key", new byte[10]));
        }
    }

    private static RecordPosition place(long offset) {
        return new RecordPosition(PARTITION.topic(), PARTITION.partition(), offset);
    }
}
