package dev.shopmirror.localstack.runlocal;

import java.time.Duration;

/** Ctrl-C at any moment leaves no process behind. */
final class Interruption {

    /** How long a step that is under way may take to notice. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Interruption() {}

    static void handle(Running running, Thread main) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, main), "stop"));
    }

    @SuppressWarnings("SystemOut") // for whoever pressed Ctrl-C
    private static void stop(Running running, Thread main) {
        if (running.isStopping()) {
            running.stop();
            return;
        }
        running.beginStop();
        System.out.println("\nStopping");
        main.interrupt();
        try {
            // a server that is half started can only be stopped once its start has come to an end
            main.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running.stop();
    }
}
