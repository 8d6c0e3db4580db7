package dev.shopmirror.admin.rate;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import dev.shopmirror.admin.problem.ProblemException;

/** Holds off a caller that calls too often. A bean of its own: filters are made during the build, without settings. */
@ApplicationScoped
class CallerRateLimit {

    private final CallerRates rates;

    CallerRateLimit(CallerRateConfig config) {
        this.rates = new CallerRates(config.perSecond(), config.burst());
    }

    /** Fails with a problem that says when to go on. */
    void require(String caller) {
        Duration wait = rates.take(caller, System.nanoTime());
        if (!wait.isZero()) {
            throw ProblemException.tooManyRequests(wait);
        }
    }
}
