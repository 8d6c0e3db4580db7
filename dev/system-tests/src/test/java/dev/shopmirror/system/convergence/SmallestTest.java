package dev.shopmirror.system.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import dev.shopmirror.system.history.Action;
import dev.shopmirror.system.history.Histories;
import dev.shopmirror.system.history.History;

class SmallestTest {

    @BeforeAll
    static void startSession() {
        JqwikSession.start();
    }

    @AfterAll
    static void finishSession() {
        JqwikSession.finish();
    }

    @Test
    void historyShrinksToTheActionThatFails() throws Exception {
        History smallest = new Smallest<History>(
                        histories -> histories.stream()
                                .map(SmallestTest::deletesAProduct)
                                .toList(),
                        Duration.ofMinutes(1))
                .of(failing());

        assertThat(smallest.actions()).containsExactly(new Action.DeleteProduct(0));
        assertThat(smallest.delivery().trouble()).isZero();
    }

    @Test
    void valueThatNothingSmallerFailsLikeStays() throws Exception {
        Shrinkable<History> failing = failing();

        assertThat(new Smallest<History>(
                                histories ->
                                        histories.stream().map(history -> false).toList(),
                                Duration.ofSeconds(10))
                        .of(failing))
                .isEqualTo(failing.value());
    }

    private static Shrinkable<History> failing() {
        Random random = new Random(42);
        var histories = Histories.any().generator(1000);
        Shrinkable<History> drawn = histories.next(random);
        while (!deletesAProduct(drawn.value()) || drawn.value().actions().size() < 10) {
            drawn = histories.next(random);
        }
        return drawn;
    }

    private static boolean deletesAProduct(History history) {
        List<Action> actions = history.actions();
        return actions.stream().anyMatch(Action.DeleteProduct.class::isInstance);
    }
}
