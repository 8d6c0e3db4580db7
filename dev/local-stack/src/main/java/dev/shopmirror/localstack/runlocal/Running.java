package dev.shopmirror.localstack.runlocal;

import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/** What has been started, stopped in reverse order. Whatever comes after the stop began is stopped at once. */
final class Running {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Object stop = new Object();
    private boolean stopping;

    <T extends AutoCloseable> T add(T part) {
        boolean tooLate;
        synchronized (this) {
            tooLate = stopping;
            parts.push(part);
        }
        if (tooLate) {
            stop();
        }
        return part;
    }

    synchronized boolean isStopping() {
        return stopping;
    }

    void beginStop() {
        synchronized (this) {
            stopping = true;
        }
    }

    /**
     * Stops everything, even if a part fails to; then ends whatever child processes are left. Whoever calls while a stop
     * is under way waits for its end.
     */
    void stop() {
        beginStop();
        synchronized (stop) {
            for (AutoCloseable part = next(); part != null; part = next()) {
                close(part);
            }
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private synchronized @Nullable AutoCloseable next() {
        return parts.poll();
    }

    @SuppressWarnings("SystemOut") // the program is ending; there is no log any more
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.err.println("Did not stop in order: " + e.getMessage());
        }
    }
}
