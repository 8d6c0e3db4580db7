package dev.shopmirror.event.fuzzing;

import java.util.function.Consumer;

/**
 * How much is fuzzed where a seed decides, and from which seed: {@code -Dfuzz.cases=1000000 -Dfuzz.seed=42}.
 *
 * @param seed new in each run, so that runs add up; printed, so that a finding can be repeated
 */
public record Fuzzing(int cases, long seed) {

    /** @param otherwise how many cases where the build does not say */
    public static Fuzzing cases(int otherwise) {
        Fuzzing fuzzing =
                new Fuzzing(Integer.getInteger("fuzz.cases", otherwise), Long.getLong("fuzz.seed", System.nanoTime()));
        System.out.println("Fuzzing with " + fuzzing.flags());
        return fuzzing;
    }

    /** Decisions of one case, which do not depend on those of the others. */
    public Choices ofCase(int number) {
        return Choices.seeded(seed * 1_000_003 + number);
    }

    /** The property holds in each case. */
    public void check(Consumer<Choices> property) {
        for (int number = 0; number < cases; number++) {
            try {
                property.accept(ofCase(number));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Case " + number + " of " + flags() + ": " + e, e);
            }
        }
    }

    /** How to run the same again. */
    public String flags() {
        return "-Dfuzz.cases=" + cases + " -Dfuzz.seed=" + seed;
    }
}
