package dev.shopmirror.sync.intake;

import java.util.function.Predicate;

/**
 * Tells a batch that cannot be written from a moment that passes, where the failure itself does not say which it was: the
 * same kind of failure again and again, while the database answers in between, lies in the batch.
 */
final class Strikes {

    private static final int OUT = 3;

    private final Predicate<Throwable> kind;
    private int count;

    /** @param kind of failures that may lie in either */
    Strikes(Predicate<Throwable> kind) {
        this.kind = kind;
    }

    boolean countSuch(Throwable failure) {
        return kind.test(failure);
    }

    /** @param databaseAnswers whether it did after the failure */
    void count(boolean databaseAnswers) {
        count = databaseAnswers ? count + 1 : 0;
    }

    /** Something else failed, which says nothing about the batch. */
    void clear() {
        count = 0;
    }

    boolean areOut() {
        return count >= OUT;
    }
}
