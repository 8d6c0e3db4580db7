package dev.shopmirror.admin.shopify.gate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import dev.shopmirror.admin.shopify.gate.Ticket.State;

/**
 * The gates of all shops. Every change is made under one lock, held for microseconds; calls are let go outside of it.
 * Shops take turns where all together have too much under way.
 */
public final class Gates {

    /** Wakes once, later. */
    @FunctionalInterface
    public interface Alarm {
        void in(long nanos, Runnable action);
    }

    private static final long IDLE_NANOS = Duration.ofMinutes(10).toNanos();

    private final GateLimits limits;
    private final LongSupplier clock;
    private final Alarm alarm;
    private final Map<String, ShopGate> gates = new HashMap<>();
    private final Map<ShopGate, Long> alarms = new HashMap<>();
    private final Set<ShopGate> line = new LinkedHashSet<>();
    private int underWay;
    private long places;
    private long sweptAt;

    /** @param clock nanoseconds, only forward */
    public Gates(GateLimits limits, LongSupplier clock, Alarm alarm) {
        this.limits = limits;
        this.clock = clock;
        this.alarm = alarm;
        this.sweptAt = clock.getAsLong();
    }

    public synchronized long nextPlace() {
        return ++places;
    }

    /**
     * The ticket goes, now or later, or is refused.
     *
     * @param again the same call was let go before, and may wait for longer
     */
    public void enter(Ticket ticket, boolean again) {
        change((now, actions) -> {
            sweep(now);
            ShopGate gate = gates.computeIfAbsent(ticket.shop(), shop -> new ShopGate(shop, limits, now));
            gate.admit(ticket, again, now)
                    .ifPresentOrElse(why -> actions.add(() -> ticket.refuse(why)), () -> line.add(gate));
        });
    }

    /** What Shopify told with the answer to a call under way. */
    public void learn(Ticket ticket, Usage usage) {
        change((now, actions) -> {
            if (ticket.state() == State.UNDER_WAY) {
                gates.get(ticket.shop()).learn(ticket, usage, now);
            }
        });
    }

    /** Ends the ticket, unless it has ended before. */
    public void settle(Ticket ticket, Outcome outcome) {
        change((now, actions) -> {
            if (ticket.state() == State.UNDER_WAY) {
                ticket.become(State.OVER);
                underWay--;
                ShopGate gate = gates.get(ticket.shop());
                gate.settle(ticket, outcome, now);
                gate.turnAway(now).forEach(other -> actions.add(() -> other.refuse(gate.doesNotAnswer(now))));
                line.add(gate);
            }
        });
    }

    /** Nobody waits for it any more, wherever it is. */
    public void leave(Ticket ticket) {
        settle(ticket, new Outcome.Abandoned());
        change((now, actions) -> {
            if (ticket.state() == State.WAITING) {
                gates.get(ticket.shop()).remove(ticket);
                line.add(gates.get(ticket.shop()));
            }
            ticket.become(State.OVER);
        });
    }

    /** Shops to which nothing is sent. */
    public synchronized int open() {
        return (int) gates.values().stream().filter(ShopGate::isOpen).count();
    }

    /** Shops that are remembered. */
    synchronized int size() {
        return gates.size();
    }

    @FunctionalInterface
    private interface Change {
        void make(long now, List<Runnable> actions);
    }

    private void change(Change change) {
        List<Runnable> actions = new ArrayList<>();
        synchronized (this) {
            long now = clock.getAsLong();
            change.make(now, actions);
            serve(now, actions::add);
        }
        actions.forEach(Runnable::run);
    }

    private void serve(long now, Consumer<Runnable> actions) {
        while (underWay < limits.underWay() && !line.isEmpty()) {
            ShopGate gate = line.iterator().next();
            line.remove(gate);
            Optional<Ticket> next = gate.next(now);
            if (next.isPresent()) {
                underWay++;
                actions.accept(next.get()::go);
                line.add(gate);
            } else {
                setAlarm(gate, now, actions);
            }
        }
    }

    private void setAlarm(ShopGate gate, long now, Consumer<Runnable> actions) {
        long nanos = gate.nanosUntilNext(now);
        Long earlier = alarms.get(gate);
        if (nanos == Long.MAX_VALUE || (earlier != null && earlier - (now + nanos) <= 0)) {
            return;
        }
        long at = now + nanos;
        alarms.put(gate, at);
        actions.accept(() -> alarm.in(nanos, () -> wake(gate, at)));
    }

    private void wake(ShopGate gate, long at) {
        change((now, actions) -> {
            alarms.remove(gate, at);
            line.add(gate);
        });
    }

    private void sweep(long now) {
        if (now - sweptAt > IDLE_NANOS) {
            sweptAt = now;
            gates.values().removeIf(gate -> gate.isIdle(now, IDLE_NANOS) && !alarms.containsKey(gate));
        }
    }
}
