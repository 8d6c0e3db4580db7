package dev.shopmirror.admin.completion;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.context.OwnContext;

/** Looks for incomplete products and has them completed. Every replica does; each product is one replica's. */
@ApplicationScoped
class CompletionJob {

    private static final Logger LOG = Logger.getLogger(CompletionJob.class);

    private final CompletionConfig config;
    private final IncompleteProducts products;
    private final ProductCompletion completion;
    private final OwnContext context;
    private final MeterRegistry metrics;
    private final AtomicLong incomplete = new AtomicLong();

    CompletionJob(
            CompletionConfig config,
            IncompleteProducts products,
            ProductCompletion completion,
            OwnContext context,
            MeterRegistry metrics) {
        this.config = config;
        this.products = products;
        this.completion = completion;
        this.context = context;
        this.metrics = metrics;
        metrics.gauge("shopmirror.completion.incomplete", incomplete);
    }

    @Scheduled(
            identity = "product-completion",
            every = "${shopmirror.completion.every}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return completeDue()
                .onFailure()
                .invoke(failure -> LOG.warnf("Incomplete products could not be looked up: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    Uni<Void> completeDue() {
        return products.count()
                .invoke(incomplete::set)
                .flatMap(count -> products.claim(config.batch()))
                .onItem()
                .transformToMulti(claimed -> Multi.createFrom().iterable(claimed))
                .onItem()
                .transformToUni(product -> context.run(() -> complete(product)))
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> complete(IncompleteProduct product) {
        return completion
                .complete(product)
                .onFailure()
                .recoverWithItem(failure -> Optional.of(String.valueOf(failure.getMessage())))
                .invoke(error -> note(product, error))
                .flatMap(error ->
                        error.isEmpty() ? Uni.createFrom().voidItem() : products.recordFailure(product, error.get()));
    }

    private void note(IncompleteProduct product, Optional<String> error) {
        metrics.counter("shopmirror.completion.products", "result", error.isEmpty() ? "published" : "failed")
                .increment();
        LOG.infof(
                "Product %s shop=%s productId=%d attempt=%d%s",
                error.isEmpty() ? "completed" : "not completed",
                product.shopDomain(),
                product.productId(),
                product.attempts(),
                error.map(why -> " error=" + why).orElse(""));
    }
}
