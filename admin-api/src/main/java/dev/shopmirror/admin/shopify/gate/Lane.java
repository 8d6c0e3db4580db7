package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/** A shop's calls to one API: they wait in the order in which they came, for room in the bucket. */
final class Lane {

    private final Bucket bucket;
    private final PriorityQueue<Ticket> waiting = new PriorityQueue<>(Comparator.comparingLong(Ticket::place));
    private double pointsWaiting;
    private long pausedUntil;

    Lane(Api api, long now) {
        this.bucket = new Bucket(api.assumed(), now);
        this.pausedUntil = now;
    }

    /** How long one more call would wait behind the others. */
    long nanosForOneMore(Ticket ticket, long now) {
        return Math.max(pausedUntil - now, 0) + bucket.nanosUntilRoomFor(pointsWaiting + points(ticket), now);
    }

    void add(Ticket ticket) {
        waiting.add(ticket);
        pointsWaiting += ticket.points();
    }

    void remove(Ticket ticket) {
        if (waiting.remove(ticket)) {
            pointsWaiting -= ticket.points();
        }
    }

    int size() {
        return waiting.size();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Null when nobody waits. */
    @Nullable
    Ticket first() {
        return waiting.peek();
    }

    /** Until the first one may go. */
    long nanosForFirst(Ticket first, long now) {
        return Math.max(Math.max(pausedUntil - now, 0), bucket.nanosUntilRoomFor(points(first), now));
    }

    void letGo(Ticket first, long now) {
        remove(first);
        bucket.take(first.points(), now);
    }

    void learn(Ticket ticket, Usage usage, long now) {
        bucket.learn(usage, ticket.points(), now);
    }

    void pause(Duration pause, long now) {
        if (pause.isZero()) {
            return;
        }
        bucket.fill(now);
        pausedUntil = Math.max(pausedUntil - now, pause.toNanos()) + now;
    }

    private double points(Ticket ticket) {
        return Math.min(ticket.points(), bucket.usable());
    }
}
