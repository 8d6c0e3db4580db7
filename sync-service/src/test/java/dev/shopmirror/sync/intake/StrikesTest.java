package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrikesTest {

    private final Strikes strikes = new Strikes();

    @Test
    void thirdAmbiguousFailureWithTheDatabaseThereIsOut() {
        strikes.ambiguous(true);
        strikes.ambiguous(true);
        assertThat(strikes.areOut()).isFalse();

        strikes.ambiguous(true);
        assertThat(strikes.areOut()).isTrue();
    }

    @Test
    void failuresWhileTheDatabaseIsAwayNeverCount() {
        for (int i = 0; i < 100; i++) {
            strikes.ambiguous(false);
        }

        assertThat(strikes.areOut()).isFalse();
    }

    @Test
    void countingBeginsAnewWhenTheDatabaseWasAwayInBetween() {
        strikes.ambiguous(true);
        strikes.ambiguous(true);
        strikes.ambiguous(false);
        strikes.ambiguous(true);
        strikes.ambiguous(true);

        assertThat(strikes.areOut()).isFalse();
    }

    @Test
    void countingBeginsAnewWhenSomethingElseFailedInBetween() {
        strikes.ambiguous(true);
        strikes.ambiguous(true);
        strikes.clear();
        strikes.ambiguous(true);

        assertThat(strikes.areOut()).isFalse();
    }
}
