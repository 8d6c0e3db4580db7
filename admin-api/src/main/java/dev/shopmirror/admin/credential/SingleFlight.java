package dev.shopmirror.admin.credential;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Callers who want the same at the same time get the one result of the first of them. */
final class SingleFlight<K, T> {

    private final ConcurrentMap<K, Uni<T>> flights = new ConcurrentHashMap<>();

    /** Whoever subscribes gets the result on the context it called from: what it does next belongs to its own request. */
    Uni<T> run(K key, Supplier<Uni<T>> work) {
        Context caller = Vertx.currentContext();
        return Uni.createFrom()
                .deferred(() -> flights.computeIfAbsent(key, absent -> start(absent, work)))
                .emitOn(command -> runOn(caller, command));
    }

    private Uni<T> start(K key, Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(work::get)
                .onTermination()
                .invoke(() -> flights.remove(key))
                .memoize()
                .indefinitely();
    }

    private static void runOn(Context caller, Runnable command) {
        if (caller == null) {
            command.run();
        } else {
            caller.runOnContext(ignored -> command.run());
        }
    }
}
