package dev.shopmirror.simulator.courier;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/** Starts tasks in their order, so many at once; each gives its slot back when it has ended. */
final class Slots {

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore free;

    Slots(int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /** Starts the task now or as soon as a slot is free. */
    void start(Runnable task) {
        waiting.add(task);
        startWaiting();
    }

    /** To be called once by each task that was started. */
    void ended() {
        free.release();
        startWaiting();
    }

    void forgetWaiting() {
        waiting.clear();
    }

    private void startWaiting() {
        // Looked at again after each release: a task may have been added while this thread held the last slot
        while (!waiting.isEmpty() && free.tryAcquire()) {
            Runnable next = waiting.poll();
            if (next == null) {
                free.release();
            } else {
                next.run();
            }
        }
    }
}
