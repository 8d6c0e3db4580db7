package dev.shopmirror.admin.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class DriftPaceTest {

    @Test
    void roundIsSpreadOverItsTurnsWithRoomToCatchUp() {
        DriftPace pace = new DriftPace(Duration.ofMinutes(5), Duration.ofSeconds(10), 8);

        assertThat(pace.share() * 30).isEqualTo(2);
    }

    @Test
    void turnNeverTakesMoreThanAll() {
        assertThat(new DriftPace(Duration.ofSeconds(10), Duration.ofSeconds(10), 8).share())
                .isEqualTo(1);
    }

    @Test
    void slowShopsLeaveFewerPlacesAndNeverLessThanNone() {
        DriftPace pace = new DriftPace(Duration.ofMinutes(5), Duration.ofSeconds(10), 8);

        assertThat(pace.free(3)).isEqualTo(5);
        assertThat(pace.free(9)).isZero();
    }
}
