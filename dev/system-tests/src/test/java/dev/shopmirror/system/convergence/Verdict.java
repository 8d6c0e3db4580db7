package dev.shopmirror.system.convergence;

import java.util.List;

import dev.shopmirror.system.history.History;

/**
 * What became of a history.
 *
 * @param wrong rows, columns and deliveries that are not as they should be, in words; empty when it converged
 */
record Verdict(History history, Counts counts, List<String> wrong) {

    boolean failed() {
        return !wrong.isEmpty();
    }
}
