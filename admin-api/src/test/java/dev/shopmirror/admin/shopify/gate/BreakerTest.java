package dev.shopmirror.admin.shopify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(30));

    @Test
    void opensAfterFailuresInARow() {
        fail(2);
        breaker.answered();
        fail(2);

        assertThat(breaker.refuses(0)).isFalse();

        fail(1);

        assertThat(breaker.refuses(0)).isTrue();
        assertThat(breaker.describe(SECOND))
                .isEqualTo("no answer 3 times in a row (last: Shopify answered 502); it is tried again in 29 s");
    }

    @Test
    void afterAWhileOneCallTries() {
        fail(3);

        assertThat(breaker.refuses(30 * SECOND)).isFalse();

        breaker.began();

        assertThat(breaker.isTrying()).isTrue();
        assertThat(breaker.refuses(30 * SECOND)).isTrue();
        assertThat(breaker.describe(30 * SECOND)).endsWith("it is being tried right now");
    }

    @Test
    void shopThatIsBackIsCalledAsBefore() {
        fail(3);
        breaker.began();

        breaker.answered();

        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.refuses(0)).isFalse();
    }

    @Test
    void shopThatIsStillAwayIsLeftAloneAgain() {
        fail(3);
        breaker.began();

        breaker.failed("again", 30 * SECOND);

        assertThat(breaker.refuses(59 * SECOND)).isTrue();
        assertThat(breaker.refuses(60 * SECOND)).isFalse();
    }

    @Test
    void callsThatLeftBeforeItOpenedDoNotProlongIt() {
        fail(3);

        breaker.failed("late", 10 * SECOND);

        assertThat(breaker.refuses(30 * SECOND)).isFalse();
    }

    @Test
    void trialThatNobodyWaitsForIsNoVerdict() {
        fail(3);
        breaker.began();

        breaker.abandoned();

        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.refuses(30 * SECOND)).isFalse();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.began();
            breaker.failed("Shopify answered 502", 0);
        }
    }
}
