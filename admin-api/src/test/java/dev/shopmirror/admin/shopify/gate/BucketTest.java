package dev.shopmirror.admin.shopify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** 40 points, 2 a second, of which 39 are used. */
    private final Bucket bucket = new Bucket(Api.REST.assumed(), 0);

    @Test
    void thirtyNineCallsLeaveAtOnceAndTheRestByTheSecond() {
        take(39, 0);

        assertThat(bucket.nanosUntilRoomFor(1, 0)).isEqualTo(SECOND / 2);
        assertThat(bucket.nanosUntilRoomFor(10, 0)).isEqualTo(5 * SECOND);
        assertThat(bucket.nanosUntilRoomFor(1, SECOND / 2)).isZero();
    }

    @Test
    void whatDrainedIsNoMoreThanWhatWasInIt() {
        take(3, 0);

        assertThat(bucket.nanosUntilRoomFor(39, 1000 * SECOND)).isZero();
        assertThat(bucket.nanosUntilRoomFor(40, 1000 * SECOND)).isEqualTo(SECOND / 2);
    }

    @Test
    void largerPlanIsLearned() {
        take(39, 0);

        bucket.learn(new Usage(39, 400, 20, 1), 1, 0);

        assertThat(bucket.nanosUntilRoomFor(390 - 39, 0)).isZero();
        assertThat(bucket.nanosUntilRoomFor(390 - 39 + 20, 0)).isEqualTo(SECOND);
    }

    @Test
    void callsOfAnotherProcessCount() {
        take(1, 0);

        bucket.learn(new Usage(30, 40, 2, 1), 1, 0);

        assertThat(bucket.nanosUntilRoomFor(10, 0)).isEqualTo(SECOND / 2);
    }

    @Test
    void olderAnswerDoesNotEmptyTheBucket() {
        take(39, 0);

        bucket.learn(new Usage(1, 40, 2, 1), 1, 0);

        assertThat(bucket.nanosUntilRoomFor(1, 0)).isEqualTo(SECOND / 2);
    }

    @Test
    void whatAQueryDidNotCostIsGivenBack() {
        take(39, 0);

        bucket.learn(new Usage(3, 40, 2, 3), 39, 0);

        assertThat(bucket.nanosUntilRoomFor(36, 0)).isZero();
        assertThat(bucket.nanosUntilRoomFor(37, 0)).isEqualTo(SECOND / 2);
    }

    @Test
    void refusalBelowTheBucketFillsIt() {
        bucket.fill(0);

        assertThat(bucket.nanosUntilRoomFor(1, 0)).isEqualTo(SECOND / 2);
    }

    @Test
    void nonsenseIsNotLearned() {
        bucket.learn(new Usage(0, 0, 0, 0), 1, 0);
        bucket.learn(new Usage(0, Double.NaN, 2, 0), 1, 0);
        bucket.learn(new Usage(-1, 40, 2, 0), 1, 0);

        assertThat(bucket.nanosUntilRoomFor(39, 0)).isZero();
    }

    @Test
    void smallestBucketStillLetsOneThrough() {
        bucket.learn(new Usage(0, 1, 2, 0), 0, 0);

        assertThat(bucket.nanosUntilRoomFor(1, 0)).isZero();
    }

    private void take(int calls, long now) {
        for (int i = 0; i < calls; i++) {
            bucket.take(1, now);
        }
    }
}
