package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import dev.shopmirror.admin.shopify.ShopifyException;

/** Gates in a time of their own: it passes only when a test says so, and alarms ring in their order. */
final class Traffic {

    private record Ringing(long at, Runnable action) {}

    private final PriorityQueue<Ringing> alarms = new PriorityQueue<>(Comparator.comparingLong(Ringing::at));
    private final List<Ticket> gone = new ArrayList<>();
    private final List<ShopifyException> refused = new ArrayList<>();
    private final Gates gates;
    private long now = -5;

    Traffic(GateLimits limits) {
        this.gates = new Gates(limits, () -> now, this::in);
    }

    static GateLimits limits(int underWay, int underWayPerShop) {
        return new GateLimits(underWay, underWayPerShop, Duration.ofSeconds(45), 3, Duration.ofSeconds(30));
    }

    Gates gates() {
        return gates;
    }

    long now() {
        return now;
    }

    Ticket call(String shop) {
        return call(shop, gates.nextPlace(), false);
    }

    Ticket call(String shop, long place, boolean again) {
        List<Ticket> self = new ArrayList<>();
        Ticket ticket = new Ticket(shop, Api.REST, 1, place, () -> gone.add(self.get(0)), refused::add);
        self.add(ticket);
        gates.enter(ticket, again);
        return ticket;
    }

    void answered(Ticket ticket) {
        gates.settle(ticket, new Outcome.Answered());
    }

    void failed(Ticket ticket) {
        gates.settle(ticket, new Outcome.Failed("Shopify answered 502"));
    }

    /** All that left, in order. */
    List<Ticket> gone() {
        return gone;
    }

    List<ShopifyException> refused() {
        return refused;
    }

    void in(long nanos, Runnable action) {
        alarms.add(new Ringing(now + nanos, action));
    }

    void pass(Duration time) {
        long until = now + time.toNanos();
        while (!alarms.isEmpty() && alarms.peek().at() <= until) {
            Ringing next = alarms.remove();
            now = Math.max(now, next.at());
            next.action().run();
        }
        now = until;
    }
}
