package dev.shopmirror.admin.shopify.call;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.gate.Outcome;
import dev.shopmirror.admin.shopify.gate.Ticket;

/** One try of a call: when it left, and what came back. */
final class Try {

    /** Shopify's security turned the request away; another one would be turned away too. */
    private static final int SECURITY_REJECTION = 430;

    private final long enteredAt = System.nanoTime();
    private volatile @Nullable Ticket ticket;
    private long sentAt;
    private volatile boolean sent;
    private boolean toldUsage;
    private volatile @Nullable Answer answer;

    void waitsWith(Ticket waiting) {
        ticket = waiting;
    }

    Ticket ticket() {
        return ticket;
    }

    /** Returns how long it waited. */
    Duration leaves() {
        sent = true;
        sentAt = System.nanoTime();
        return Duration.ofNanos(sentAt - enteredAt);
    }

    void cameBackWith(Answer back) {
        answer = back;
    }

    void toldUsage() {
        toldUsage = true;
    }

    boolean isUnderWay() {
        return sent && answer == null;
    }

    Duration took() {
        return Duration.ofNanos(System.nanoTime() - sentAt);
    }

    /** Refused by the gate, it has not failed at the shop. */
    boolean mayBeFollowed() {
        return sent && (answer == null || answer.status() != SECURITY_REJECTION);
    }

    /** @param failure null when it succeeded */
    Outcome outcome(@Nullable Throwable failure, Repetition repetition) {
        if (!(failure instanceof ShopifyException refusal)) {
            return new Outcome.Answered();
        }
        if (refusal.reason() == Reason.RATE_LIMITED && mayBeFollowed()) {
            return new Outcome.Throttled(pause(repetition));
        }
        boolean dead = answer == null || answer.status() >= 500;
        return dead ? new Outcome.Failed(refusal.getMessage()) : new Outcome.Answered();
    }

    /** A throttled query comes with 200 and says how full the bucket is; a refused call may come below the bucket. */
    private Duration pause(Repetition repetition) {
        if (toldUsage && answer.isSuccess()) {
            return Duration.ZERO;
        }
        return repetition.spread(RetryAfter.parse(answer.header("Retry-After")).orElse(Duration.ofSeconds(1)));
    }
}
