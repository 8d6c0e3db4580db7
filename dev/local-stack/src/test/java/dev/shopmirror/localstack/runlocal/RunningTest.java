package dev.shopmirror.localstack.runlocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<String> stopped = new ArrayList<>();
    private final Running running = new Running();

    @Test
    void partsStopInReverseOrderEvenIfOneFails() {
        running.add(part("first"));
        running.add(() -> {
            throw new IllegalStateException("stuck");
        });
        running.add(part("last"));

        running.stop();

        assertThat(stopped).containsExactly("last", "first");
    }

    @Test
    void whatComesAfterTheStopIsStoppedAtOnce() {
        running.stop();

        running.add(part("late"));

        assertThat(stopped).containsExactly("late");
    }

    private AutoCloseable part(String name) {
        return () -> stopped.add(name);
    }
}
