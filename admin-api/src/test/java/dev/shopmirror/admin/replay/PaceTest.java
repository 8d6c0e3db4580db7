package dev.shopmirror.admin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace(200);

    @Test
    void whatWasFasterThanAllowedWaits() {
        assertThat(pace.pauseAfter(100, Duration.ofMillis(120))).isEqualTo(Duration.ofMillis(380));
    }

    @Test
    void whatTookLongerDoesNotWait() {
        assertThat(pace.pauseAfter(100, Duration.ofSeconds(2))).isZero();
        assertThat(pace.pauseAfter(0, Duration.ZERO)).isZero();
    }

    @Test
    void senselessRateStillMovesOn() {
        assertThat(new Pace(0).pauseAfter(1, Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    }
}
