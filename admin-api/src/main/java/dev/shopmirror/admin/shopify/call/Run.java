package dev.shopmirror.admin.shopify.call;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

import dev.shopmirror.admin.shopify.gate.Gates;
import dev.shopmirror.admin.shopify.gate.Ticket;

/** A call with all its tries, which come one after the other. Its end may come at any time and from any thread. */
final class Run<T> {

    private final ShopCall call;
    private final Supplier<Uni<Answer>> send;
    private final AnswerReader<T> reader;
    private final Gates gates;
    private final long place;
    private final Executor caller = here();
    private final long startedAt = System.nanoTime();
    private volatile @Nullable Try current;
    private volatile boolean over;
    private volatile int tries;

    Run(ShopCall call, Supplier<Uni<Answer>> send, AnswerReader<T> reader, Gates gates) {
        this.call = call;
        this.send = send;
        this.reader = reader;
        this.gates = gates;
        this.place = gates.nextPlace();
    }

    ShopCall call() {
        return call;
    }

    AnswerReader<T> reader() {
        return reader;
    }

    /** Where the caller goes on. */
    Executor caller() {
        return caller;
    }

    Try current() {
        return current;
    }

    int tries() {
        return tries;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    Uni<Answer> send() {
        return send.get();
    }

    /** The next try, when the gate lets it go. */
    Uni<Try> turn() {
        return Uni.createFrom().<Try>emitter(this::enter).onCancellation().invoke(this::end);
    }

    /** Gives back whatever it holds. */
    void end() {
        over = true;
        Try last = current;
        if (last != null) {
            gates.leave(last.ticket());
        }
    }

    /** A database session is bound to its Vert.x context, and a gate opens on any thread. */
    private static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }

    private void enter(UniEmitter<? super Try> emitter) {
        Try next = new Try();
        Ticket ticket = new Ticket(
                call.shopDomain(),
                call.api(),
                call.points().getAsDouble(),
                place,
                () -> emitter.complete(next),
                emitter::fail);
        next.waitsWith(ticket);
        current = next;
        boolean again = tries > 0;
        tries++;
        gates.enter(ticket, again);
        if (over) {
            gates.leave(ticket);
        }
    }
}
