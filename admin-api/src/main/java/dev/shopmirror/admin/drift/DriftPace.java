package dev.shopmirror.admin.drift;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import io.quarkus.runtime.configuration.DurationConverter;

/** How many stores a turn takes up, so that a round gets through all of them and none of its turns is a storm. */
@ApplicationScoped
class DriftPace {

    /** Twice what is needed, so that a round that fell behind catches up. */
    private static final double CATCH_UP = 2;

    private final Duration every;
    private final Duration turn;
    private final int atOnce;

    @Inject
    DriftPace(DriftConfig config) {
        this(config.every(), turn(config.turn()), config.atOnce());
    }

    DriftPace(Duration every, Duration turn, int atOnce) {
        this.every = every;
        this.turn = turn;
        this.atOnce = atOnce;
    }

    Duration every() {
        return every;
    }

    int free(int underWay) {
        return Math.max(0, atOnce - underWay);
    }

    /** Of all active stores. */
    double share() {
        return Math.min(1, CATCH_UP * turn.toMillis() / every.toMillis());
    }

    /** Without a watchdog there is no turn, and nobody asks for a share of one. */
    private static Duration turn(String text) {
        return text.equals("off") || text.equals("disabled")
                ? Duration.ofSeconds(10)
                : DurationConverter.parseDuration(text);
    }
}
