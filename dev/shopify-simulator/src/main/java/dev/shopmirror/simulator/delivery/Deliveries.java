package dev.shopmirror.simulator.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.courier.Answer;
import dev.shopmirror.simulator.courier.Courier;
import dev.shopmirror.simulator.courier.Delivery;
import dev.shopmirror.simulator.courier.ShopEvent;
import dev.shopmirror.simulator.subscription.Subscription;

/** One shop's deliveries: who is next, what comes of it, and what is still to come. */
public final class Deliveries {

    /** How long a held-back delivery waits for others that could overtake it. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Object lock = new Object();
    private final Lineup lineup = new Lineup();
    private final DeliveryLog log = new DeliveryLog();
    private final FailureStreaks streaks = new FailureStreaks();
    private final Courier courier;
    private final LongConsumer subscriptionLost;

    private DeliveryOptions options;
    private Random random;
    private int delayed;
    private int inFlight;
    private int retrying;
    private boolean releaseIsDue;

    /** @param subscriptionLost is told the id of a subscription that failed too often */
    public Deliveries(Courier courier, DeliveryOptions options, LongConsumer subscriptionLost) {
        this.courier = courier;
        this.options = options;
        this.random = new Random(options.seed());
        this.subscriptionLost = subscriptionLost;
    }

    /** Delivers an event to each of these subscriptions, under a webhook id each. */
    public void accept(ShopEvent event, List<Subscription> subscriptions) {
        synchronized (lock) {
            for (Subscription subscription : subscriptions) {
                Delivery delivery = new Delivery(event, subscription);
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
            courier.after(Duration.ofMillis(delayMillis), () -> delayIsOver(run, overtakenBy));
        }
    }

    private void delayIsOver(Run run, int overtakenBy) {
        synchronized (lock) {
            delayed--;
            lineup.add(run, overtakenBy);
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
                courier.after(PATIENCE, this::releaseHeld);
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
            } else if (!run.copy) {
                lost = streaks.failed(run);
                retryLater(run);
            }
            lock.notifyAll();
        }
        if (lost) {
            subscriptionLost.accept(run.delivery.subscriptionId());
        }
        startWhatMay();
    }

    private void retryLater(Run run) {
        if (RetrySchedule.hasRetryAfter(run.attempts)) {
            retrying++;
            courier.after(RetrySchedule.gapAfter(run.attempts, options.retryTimeScale()), () -> retry(run));
        }
    }

    private void retry(Run run) {
        synchronized (lock) {
            retrying--;
            lineup.add(run, 0);
        }
        startWhatMay();
    }
}
