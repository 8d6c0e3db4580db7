package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.shopmirror.admin.shopify.ShopifyException.Reason;

class RepetitionTest {

    private static final Repetition SHORTEST = new Repetition(6, 3, Duration.ofMillis(500), () -> 0);
    private static final Repetition LONGEST = new Repetition(6, 3, Duration.ofMillis(500), () -> 1);

    @Test
    void failuresAreFollowedByLongerPauses() {
        assertThat(SHORTEST.after(Reason.SHOPIFY_ERROR, 1, true)).contains(Duration.ofMillis(250));
        assertThat(LONGEST.after(Reason.SHOPIFY_ERROR, 1, true)).contains(Duration.ofMillis(500));
        assertThat(LONGEST.after(Reason.UNREACHABLE, 2, true)).contains(Duration.ofMillis(1000));
        assertThat(LONGEST.after(Reason.UNREACHABLE, 3, true)).isEmpty();
    }

    @Test
    void throttledCallWaitsAtTheGateAndNotHere() {
        assertThat(LONGEST.after(Reason.RATE_LIMITED, 5, false)).contains(Duration.ZERO);
        assertThat(LONGEST.after(Reason.RATE_LIMITED, 6, false)).isEmpty();
    }

    @Test
    void namedTimeIsSpreadAndNeverCut() {
        assertThat(SHORTEST.spread(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
        assertThat(LONGEST.spread(Duration.ofSeconds(2))).isEqualTo(Duration.ofMillis(2400));
    }

    @Test
    void whatMayHaveHappenedIsNotRepeatedBlindly() {
        assertThat(LONGEST.after(Reason.UNREACHABLE, 1, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"RATE_LIMITED", "SHOPIFY_ERROR", "UNREACHABLE"})
    void refusalIsFinal(Reason reason) {
        assertThat(LONGEST.after(reason, 1, true)).isEmpty();
    }
}
