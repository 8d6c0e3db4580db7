package dev.shopmirror.sync.intake;

/**
 * Tells a batch that cannot be written from a connection that broke, where the failure itself does not say which it
 * was: the same failure again and again, while the database answers in between, lies in the batch.
 */
final class Strikes {

    private static final int OUT = 3;

    private int count;

    /** @param databaseAnswers whether it did after the failure */
    void ambiguous(boolean databaseAnswers) {
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
