package dev.shopmirror.admin.context;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/** Runs work side by side: a database session belongs to a context, and must not be shared by two at once. */
@ApplicationScoped
public class OwnContext {

    private final Vertx vertx;

    public OwnContext(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The outcome of the work, which began in a context that nobody else uses. */
    public <T> Uni<T> run(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(result -> start(work, result));
    }

    private <T> void start(Supplier<Uni<T>> work, UniEmitter<? super T> result) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(
                nothing -> Uni.createFrom().deferred(work::get).subscribe().with(result::complete, result::fail));
    }
}
