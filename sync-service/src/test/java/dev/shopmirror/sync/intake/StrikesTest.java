package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrikesTest {

    private final Strikes strikes = new Strikes(failure -> true);

    @Test
    void thirdFailureWithTheDatabaseThereIsOut() {
        strikes.count(true);
        strikes.count(true);
        assertThat(strikes.areOut()).isFalse();

        strikes.count(true);
        assertThat(strikes.areOut()).isTrue();
    }

    @Test
    void failuresWhileTheDatabaseIsAwayNeverCount() {
        for (int i = 0; i < 100; i++) {
            strikes.count(false);
        }

        assertThat(strikes.areOut()).isFalse();
    }

    @Test
    void countingBeginsAnewWhenTheDatabaseWasAwayInBetween() {
        strikes.count(true);
        strikes.count(true);
        strikes.count(false);
        strikes.count(true);
        strikes.count(true);

        assertThat(strikes.areOut()).isFalse();
    }

    @Test
    void countingBeginsAnewWhenSomethingElseFailedInBetween() {
        strikes.count(true);
        strikes.count(true);
        strikes.clear();
        strikes.count(true);

        assertThat(strikes.areOut()).isFalse();
    }
}
