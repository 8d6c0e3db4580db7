package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import dev.shopmirror.sync.delivery.Delivery;

class ChunksTest {

    @Test
    void transactionIsBoundedByRecords() {
        assertThat(sizes(2, 1000, deliveries(10, 10, 10, 10, 10))).containsExactly(2, 2, 1);
    }

    @Test
    void transactionIsBoundedByBytes() {
        assertThat(sizes(100, 25, deliveries(10, 10, 10, 5))).containsExactly(2, 2);
    }

    @Test
    void deliveryLargerThanTheBoundsStandsAlone() {
        assertThat(sizes(100, 25, deliveries(10, 90, 10))).containsExactly(1, 1, 1);
    }

    @Test
    void nothingIsNoTransaction() {
        assertThat(sizes(100, 25, List.of())).isEmpty();
    }

    private static List<Integer> sizes(int maxRecords, long maxBytes, List<Delivery> deliveries) {
        return Chunks.of(deliveries, maxRecords, maxBytes, 1000).stream()
                .map(List::size)
                .toList();
    }

    private static List<Delivery> deliveries(int... bytes) {
        return Arrays.stream(bytes)
                .mapToObj(size -> Delivery.read(new ConsumerRecord<>("shopify.webhooks", 0, 0, "key", new byte[size])))
                .toList();
    }
}
