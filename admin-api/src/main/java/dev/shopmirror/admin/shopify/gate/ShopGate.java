package dev.shopmirror.admin.shopify.gate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/** One shop: who waits, who is under way, and whether it answers at all. */
final class ShopGate {

    private static final long NEVER = Long.MAX_VALUE;
    /** Of memory, where a shop's limit is high and its calls are cheap. */
    private static final int MAX_WAITING = 1000;

    private final String shop;
    private final GateLimits limits;
    private final Breaker breaker;
    private final Map<Api, Lane> lanes = new EnumMap<>(Api.class);
    private int underWay;
    private long lastUsed;

    ShopGate(String shop, GateLimits limits, long now) {
        this.shop = shop;
        this.limits = limits;
        this.breaker = new Breaker(limits.failuresToOpen(), limits.open());
        this.lastUsed = now;
    }

    /** Lets the call wait, or says why it had better not. A call that waited before is not asked to wait less. */
    Optional<ShopifyException> admit(Ticket ticket, boolean again, long now) {
        lastUsed = now;
        if (breaker.refuses(now)) {
            return Optional.of(doesNotAnswer(now));
        }
        Lane lane = lanes.computeIfAbsent(ticket.api(), api -> new Lane(api, now));
        if (!again && !hasRoom(lane, ticket, now)) {
            return Optional.of(tooManyWait());
        }
        ticket.become(Ticket.State.WAITING);
        lane.add(ticket);
        return Optional.empty();
    }

    /** The next call that may leave now; it is under way from now on. */
    Optional<Ticket> next(long now) {
        if (underWay >= limits.underWayPerShop() || breaker.isTrying()) {
            return Optional.empty();
        }
        Optional<Lane> ready = lanes.values().stream()
                .filter(lane -> nanosFor(lane, now) == 0)
                .min((one, other) ->
                        Long.compare(one.first().place(), other.first().place()));
        return ready.map(lane -> leave(lane, now));
    }

    /** Until the clock alone lets a call go; {@link Long#MAX_VALUE} when it takes more than time. */
    long nanosUntilNext(long now) {
        if (underWay >= limits.underWayPerShop() || breaker.isTrying()) {
            return NEVER;
        }
        return lanes.values().stream()
                .mapToLong(lane -> nanosFor(lane, now))
                .min()
                .orElse(NEVER);
    }

    void learn(Ticket ticket, Usage usage, long now) {
        lanes.get(ticket.api()).learn(ticket, usage, now);
    }

    /** A call under way has come to its end. */
    void settle(Ticket ticket, Outcome outcome, long now) {
        underWay--;
        lastUsed = now;
        if (outcome instanceof Outcome.Throttled throttled) {
            lanes.get(ticket.api()).pause(throttled.pause(), now);
        }
        if (outcome instanceof Outcome.Failed failed) {
            breaker.failed(failed.why(), now);
        } else if (outcome instanceof Outcome.Abandoned) {
            breaker.abandoned();
        } else {
            breaker.answered();
        }
    }

    void remove(Ticket waiting) {
        lanes.get(waiting.api()).remove(waiting);
    }

    /** All that wait for a shop that does not answer; they wait no longer. */
    List<Ticket> turnAway(long now) {
        List<Ticket> turnedAway = new ArrayList<>();
        if (breaker.refuses(now) && !breaker.isTrying()) {
            lanes.values().forEach(lane -> empty(lane, turnedAway));
        }
        return turnedAway;
    }

    ShopifyException doesNotAnswer(long now) {
        return new ShopifyException(Reason.UNREACHABLE, shop + ": " + breaker.describe(now), null);
    }

    boolean isOpen() {
        return breaker.isOpen();
    }

    /** Nothing of it is worth remembering: its buckets have run empty long ago. */
    boolean isIdle(long now, long idleNanos) {
        return underWay == 0
                && now - lastUsed > idleNanos
                && lanes.values().stream().allMatch(Lane::isEmpty);
    }

    private boolean hasRoom(Lane lane, Ticket ticket, long now) {
        return lane.size() < MAX_WAITING
                && lane.nanosForOneMore(ticket, now) <= limits.longestWait().toNanos();
    }

    private Ticket leave(Lane lane, long now) {
        Ticket ticket = lane.first();
        lane.letGo(ticket, now);
        ticket.become(Ticket.State.UNDER_WAY);
        breaker.began();
        underWay++;
        lastUsed = now;
        return ticket;
    }

    private static long nanosFor(Lane lane, long now) {
        Ticket first = lane.first();
        return first == null ? NEVER : lane.nanosForFirst(first, now);
    }

    private static void empty(Lane lane, List<Ticket> into) {
        while (!lane.isEmpty()) {
            Ticket ticket = lane.first();
            lane.remove(ticket);
            ticket.become(Ticket.State.OVER);
            into.add(ticket);
        }
    }

    private ShopifyException tooManyWait() {
        return new ShopifyException(
                Reason.RATE_LIMITED, shop + ": too many calls wait for the shop's limit; nothing was sent", null);
    }
}
