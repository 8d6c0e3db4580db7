package dev.shopmirror.localstack.runlocal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Says on standard output what is being done and how long it took. */
@SuppressWarnings("SystemOut") // it is a program's output, not a log
final class Progress {

    /** Something that takes a while. */
    interface Step {
        void run() throws Exception;
    }

    private final Instant start = Instant.now();

    void step(String what, Step step) throws Exception {
        get(what, () -> {
            step.run();
            return what;
        });
    }

    /** A step that makes something. */
    <T> T get(String what, Callable<T> step) throws Exception {
        System.out.printf("  %-52s", what);
        System.out.flush();
        Instant begin = Instant.now();
        try {
            T made = step.call();
            System.out.println(seconds(begin));
            return made;
        } catch (Exception e) {
            System.out.println("failed");
            throw e;
        }
    }

    void say(String text) {
        System.out.println(text);
    }

    /** Since the beginning, {@code 12.3 s}. */
    String total() {
        return seconds(start);
    }

    private static String seconds(Instant since) {
        return "%6.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
