package dev.shopmirror.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesInFlightTest {

    private final BytesInFlight bytes = new BytesInFlight(100);

    @Test
    void holdsUpToTheCapAndNotOneByteMore() {
        assertThat(bytes.hold().grow(60)).isTrue();
        assertThat(bytes.hold().grow(40)).isTrue();
        assertThat(bytes.hold().grow(1)).isFalse();
        assertThat(bytes.current()).isEqualTo(100);
    }

    @Test
    void refusedGrowthKeepsWhatWasHeldBefore() {
        var hold = bytes.hold();
        hold.grow(60);
        hold.grow(60);

        assertThat(bytes.current()).isEqualTo(60);
        hold.release();
        assertThat(bytes.current()).isZero();
    }

    @Test
    void releasedTwiceIsReleasedOnce() {
        bytes.hold().grow(10);
        var hold = bytes.hold();
        hold.grow(20);
        hold.release();
        hold.release();

        assertThat(bytes.current()).isEqualTo(10);
    }
}
