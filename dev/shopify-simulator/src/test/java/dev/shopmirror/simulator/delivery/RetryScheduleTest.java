package dev.shopmirror.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    @Test
    void eightRetriesSpreadOverFourHoursWithGrowingGaps() {
        List<Duration> gaps = IntStream.rangeClosed(1, 20)
                .filter(RetrySchedule::hasRetryAfter)
                .mapToObj(attempt -> RetrySchedule.gapAfter(attempt, 1))
                .toList();

        assertThat(gaps).hasSize(8).isSorted();
        assertThat(gaps.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void scaleCompressesTheGaps() {
        assertThat(RetrySchedule.gapAfter(1, 0.0001)).isEqualTo(Duration.ofMillis(6));
        assertThat(RetrySchedule.gapAfter(8, 0.0001)).isEqualTo(Duration.ofMillis(708));
    }
}
