package dev.shopmirror.simulator.delivery;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.courier.Answer;
import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.courier.Delivery;

/** One shop's deliveries: who is next, what comes of it, and what is still to come. */
public final class Deliveries {

    /** How long a held-back delivery waits for others that could overtake it. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Object lock = new Object();
    private final Lineup lineup = new Lineup();
    private final DeliveryLog log = new DeliveryLog();
    private final FailureStreaks streaks = new FailureStreaks();
    private final Outcomes outcomes = new Outcomes();

    /** Those that wait for their time. */
    private final Set<Run> scheduled = new HashSet<>();

    private final Courier courier;
    private final LongConsumer subscriptionLost;

    private DeliveryOptions options;
    private Random random;
    private int delayed;
    private int inFlight;
    private int retrying;
    private boolean releaseIsDue;
    private boolean abandoned;

    /** @param subscriptionLost is told the id of a subscription that failed too often */
    public Deliveries(Courier courier, DeliveryOptions options, LongConsumer subscriptionLost) {
        this.courier = courier;
        this.options = options;
        this.random = new Random(options.seed());
        this.subscriptionLost = subscriptionLost;
    }

    /** Takes deliveries on, in this order; none once abandoned. */
    public void accept(List<Delivery> accepted) {
        synchronized (lock) {
            if (abandoned) {
                return;
            }
            for (Delivery delivery : accepted) {
                Fate fate = Fate.draw(random, options);
                place(new Run(delivery, false), fate.delayMillis(), fate.overtakenBy());
                if (fate.copied()) {
                    place(new Run(delivery, true), fate.delayMillis(), fate.copyOvertakenBy());
                }
            }
        }
        startWhatMay();
    }

    /** The options in force. */
    public DeliveryOptions options() {
        synchronized (lock) {
            return options;
        }
    }

    /** Puts options in force for deliveries to come; a pause, concurrency and retry scale hold for all at once. */
    public void options(DeliveryOptions changed) {
        synchronized (lock) {
            if (changed.seed() != options.seed()) {
                random = new Random(changed.seed());
            }
            options = changed;
        }
        startWhatMay();
    }

    /** The latest 20,000 attempts, oldest first. */
    public List<DeliveryAttempt> log() {
        synchronized (lock) {
            return log.oldestFirst();
        }
    }

    /** The deliveries that got a 2xx, also those that the log has forgotten. */
    public Set<DeliveryKey> acknowledged() {
        synchronized (lock) {
            return outcomes.acknowledged();
        }
    }

    /** The deliveries that failed to their last retry: their events are lost. */
    public Set<DeliveryKey> givenUp() {
        synchronized (lock) {
            return outcomes.givenUp();
        }
    }

    /** Drops what is still to come and takes nothing on any more; attempts under way come to their end. */
    public void abandon() {
        synchronized (lock) {
            abandoned = true;
            lineup.clear();
            scheduled.forEach(run -> Objects.requireNonNull(run.due).cancel(false));
            scheduled.clear();
            delayed = 0;
            retrying = 0;
            lock.notifyAll();
        }
    }

    /** What is still to be delivered now. */
    public Backlog backlog() {
        synchronized (lock) {
            return new Backlog(lineup.size() + delayed, inFlight, retrying);
        }
    }

    /** Waits until nothing is left to deliver; false when that took longer. */
    public boolean awaitSettled(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            while (!backlog().isSettled()) {
                long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                lock.wait(left);
            }
            return true;
        }
    }

    private void place(Run run, long delayMillis, int overtakenBy) {
        if (delayMillis == 0) {
            lineup.add(run, overtakenBy);
        } else {
            delayed++;
            schedule(run, Duration.ofMillis(delayMillis), () -> delayIsOver(run, overtakenBy));
        }
    }

    private void schedule(Run run, Duration delay, Runnable task) {
        scheduled.add(run);
        run.due = courier.after(delay, task);
    }

    private void delayIsOver(Run run, int overtakenBy) {
        synchronized (lock) {
            if (scheduled.remove(run)) {
                delayed--;
                lineup.add(run, overtakenBy);
            }
        }
        startWhatMay();
    }

    private void startWhatMay() {
        for (Run run = takeNext(); run != null; run = takeNext()) {
            Run started = run;
            courier.post(started.delivery, answer -> finished(started, answer));
        }
    }

    private @Nullable Run takeNext() {
        synchronized (lock) {
            if (options.paused() || inFlight >= options.concurrency()) {
                return null;
            }
            Run run = lineup.poll();
            if (run != null) {
                inFlight++;
                run.attempts++;
            } else if (lineup.starved() && !releaseIsDue) {
                releaseIsDue = true;
                var unused = courier.after(PATIENCE, this::releaseHeld);
            }
            return run;
        }
    }

    private void releaseHeld() {
        synchronized (lock) {
            releaseIsDue = false;
            if (lineup.starved() && !options.paused()) {
                lineup.releaseHeld();
            }
        }
        startWhatMay();
    }

    private void finished(Run run, Answer answer) {
        boolean lost = false;
        synchronized (lock) {
            inFlight--;
            log.add(DeliveryAttempt.of(run, answer));
            if (answer.succeeded()) {
                streaks.succeeded(run);
                outcomes.acknowledged(run);
            } else if (!run.copy) {
                lost = streaks.failed(run);
                retryLater(run);
            }
            lock.notifyAll();
        }
        if (lost) {
            subscriptionLost.accept(run.delivery.target().subscriptionId());
        }
        startWhatMay();
    }

    private void retryLater(Run run) {
        if (!RetrySchedule.hasRetryAfter(run.attempts)) {
            outcomes.givenUp(run);
        } else if (!abandoned) {
            retrying++;
            schedule(run, RetrySchedule.gapAfter(run.attempts, options.retryTimeScale()), () -> retry(run));
        }
    }

    private void retry(Run run) {
        synchronized (lock) {
            if (scheduled.remove(run)) {
                retrying--;
                lineup.add(run, 0);
            }
        }
        startWhatMay();
    }
}
