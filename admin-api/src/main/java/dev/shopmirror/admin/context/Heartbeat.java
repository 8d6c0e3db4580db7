package dev.shopmirror.admin.context;

import java.time.Duration;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;

/** Says again and again that somebody is still at work. */
public final class Heartbeat {

    private Heartbeat() {}

    /**
     * The outcome of the work.
     *
     * @param beat done each time while the work lasts; that one fails is nothing to the work, for the next may not
     */
    public static <T> Uni<T> during(Uni<T> work, Duration every, Supplier<Uni<Void>> beat) {
        return Uni.createFrom().deferred(() -> {
            Cancellable beats = start(every, beat);
            return work.onTermination().invoke(beats::cancel);
        });
    }

    private static Cancellable start(Duration every, Supplier<Uni<Void>> beat) {
        Uni<Void> once = Uni.createFrom().deferred(beat::get).onFailure().recoverWithNull();
        return Multi.createFrom()
                .ticks()
                .startingAfter(every)
                .every(every)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> once)
                .subscribe()
                .with(done -> {});
    }
}
