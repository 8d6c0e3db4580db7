package dev.shopmirror.event.fuzzing;

import java.util.List;
import java.util.Random;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;

/** Where decisions come from. The same decisions make the same delivery. */
public interface Choices {

    /** 0 up to and without the bound. */
    int below(int bound);

    default boolean oneIn(int chances) {
        return below(chances) == chances - 1;
    }

    default <T> T of(List<T> options) {
        return options.get(below(options.size()));
    }

    default byte[] bytes(int maxLength) {
        byte[] bytes = new byte[below(maxLength + 1)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }

    /** Decisions of a pseudo-random sequence, the same for the same seed. */
    static Choices seeded(long seed) {
        Random random = new Random(seed);
        return random::nextInt;
    }

    /** Decisions of a fuzzer, which learns what they lead to. Once its data is used up, it is always the first option. */
    static Choices of(FuzzedDataProvider data) {
        return bound -> bound <= 1 ? 0 : data.consumeInt(0, bound - 1);
    }
}
