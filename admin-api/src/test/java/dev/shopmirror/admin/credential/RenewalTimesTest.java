package dev.shopmirror.admin.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class RenewalTimesTest {

    /** Shopify's own. Source: "Status and error codes", 504. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);

    @Test
    void claimOutlivesARequestThatLeftAtTheLastMoment() {
        RenewalTimes times = RenewalTimes.REAL;

        assertThat(times.claim()).isGreaterThan(times.request().plus(LONGEST_WORK));
    }

    @Test
    void timesInAnotherOrderAreRefused() {
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new RenewalTimes(second, second, second.multipliedBy(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RenewalTimes(second, second.multipliedBy(2), second.multipliedBy(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
