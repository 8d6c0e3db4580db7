package dev.shopmirror.simulator.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class LeakyBucketTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LeakyBucket bucket = new LeakyBucket(4, 2, now::get);

    @Test
    void takesWhatFitsAndNothingOfWhatDoesNot() {
        assertThat(bucket.take(3)).isTrue();
        assertThat(bucket.take(2)).isFalse();
        assertThat(bucket.take(1)).isTrue();

        assertThat(bucket.level()).isEqualTo(4);
        assertThat(bucket.free()).isZero();
    }

    @Test
    void leaksWithTimeAlsoWhenTheClockOverflows() {
        bucket.take(4);

        now.addAndGet(Duration.ofMillis(1500).toNanos());

        assertThat(bucket.level()).isEqualTo(1);
        assertThat(bucket.take(3)).isTrue();
    }

    @Test
    void isNeverLessThanEmpty() {
        now.addAndGet(Duration.ofHours(1).toNanos());
        bucket.giveBack(10);

        assertThat(bucket.free()).isEqualTo(4);
    }

    @Test
    void impossibleLimitsAreRefused() {
        AdminLimits limits = AdminLimits.DEFAULT;

        assertThatIllegalArgumentException().isThrownBy(() -> limits.withRest(-1, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withRest(2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withRest(Double.NaN, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withGraphql(0, 2000));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withGraphql(100, 0));
    }
}
