package dev.shopmirror.admin.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class CallerRatesTest {

    private static final long SECOND = 1_000_000_000L;

    private final CallerRates rates = new CallerRates(10, 3);

    @Test
    void burstPassesAndTheNextIsToldHowLongToWait() {
        assertThat(takeMany("olga", 0, 3)).isEqualTo(Duration.ZERO);

        assertThat(rates.take("olga", 0)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void whoWaitedPasses() {
        takeMany("olga", 0, 3);

        assertThat(rates.take("olga", SECOND / 10)).isEqualTo(Duration.ZERO);
        assertThat(rates.take("olga", SECOND / 10)).isPositive();
    }

    @Test
    void refusedRequestCostsNothing() {
        takeMany("olga", 0, 50);

        assertThat(rates.take("olga", SECOND / 10)).isEqualTo(Duration.ZERO);
    }

    @Test
    void rateLastsAndNoBurstIsSavedUpBeyondItsSize() {
        takeMany("olga", 0, 3);

        assertThat(takeMany("olga", 3600 * SECOND, 3)).isEqualTo(Duration.ZERO);
        assertThat(rates.take("olga", 3600 * SECOND)).isPositive();
    }

    @Test
    void callersDoNotShare() {
        takeMany("olga", 0, 3);

        assertThat(rates.take("viktor", 0)).isEqualTo(Duration.ZERO);
    }

    @Test
    void manyCallersTakeNoMoreThanTheirShareOfMemory() {
        takeMany("olga", 0, 3);
        for (int i = 0; i < CallerRates.MAX_CALLERS; i++) {
            rates.take("caller " + i, 0);
        }

        assertThat(rates.take("olga", 0)).isEqualTo(Duration.ZERO);
    }

    private Duration takeMany(String caller, long nanos, int requests) {
        Duration last = Duration.ZERO;
        for (int i = 0; i < requests; i++) {
            last = rates.take(caller, nanos);
        }
        return last;
    }
}
