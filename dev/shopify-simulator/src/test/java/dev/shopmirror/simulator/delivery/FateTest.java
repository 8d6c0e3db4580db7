package dev.shopmirror.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class FateTest {

    private static final DeliveryOptions CALM = DeliveryOptions.defaults(1);

    @Test
    void sameSeedGivesTheSameFates() {
        DeliveryOptions wild = CALM.withDuplicates(0.5).withDisorder(0.5).withDelay(10, 90);

        assertThat(fates(7, wild)).isEqualTo(fates(7, wild)).isNotEqualTo(fates(8, wild));
    }

    @Test
    void oneOptionMovesNoChoiceOfAnother() {
        List<Boolean> copied =
                fates(7, CALM.withDuplicates(0.5)).stream().map(Fate::copied).toList();

        assertThat(fates(7, CALM.withDuplicates(0.5).withDisorder(1).withDelay(5, 9)).stream()
                        .map(Fate::copied))
                .isEqualTo(copied)
                .contains(true, false);
    }

    @Test
    void nothingHappensUnlessAskedFor() {
        assertThat(fates(7, CALM))
                .allMatch(fate -> fate.delayMillis() == 0 && fate.overtakenBy() == 0 && !fate.copied());
    }

    @Test
    void delayStaysInItsRange() {
        assertThat(fates(7, CALM.withDelay(10, 12)).stream().map(Fate::delayMillis))
                .containsOnly(10L, 11L, 12L);
    }

    @Test
    void someCopiesComeAtTheSameMomentAndSomeLater() {
        assertThat(fates(7, CALM.withDuplicates(1)).stream().map(Fate::copyOvertakenBy))
                .contains(0, 1, 8);
    }

    private static List<Fate> fates(long seed, DeliveryOptions options) {
        Random random = new Random(seed);
        return Stream.generate(() -> Fate.draw(random, options)).limit(200).toList();
    }
}
