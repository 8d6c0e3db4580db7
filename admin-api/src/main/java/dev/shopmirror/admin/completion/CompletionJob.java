package dev.shopmirror.admin.completion;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import dev.shopmirror.admin.context.Heartbeat;
import dev.shopmirror.admin.context.OwnContext;
import dev.shopmirror.admin.subscription.Failure;

/** Looks for incomplete products and has them completed. Every replica does; each product is one replica's. */
@ApplicationScoped
class CompletionJob {

    private static final Logger LOG = Logger.getLogger(CompletionJob.class);

    /** Several times in the time after which a product is taken for left. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private final CompletionConfig config;
    private final Semaphore hands;
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
        this.hands = new Semaphore(config.concurrency());
        this.products = products;
        this.completion = completion;
        this.context = context;
        this.metrics = metrics;
        metrics.gauge("shopmirror.completion.incomplete", incomplete);
    }

    /** Beside what is under way still: a slow shop keeps its hands busy, and no other's product waiting. */
    @Scheduled(identity = "product-completion", every = "${shopmirror.completion.every}")
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
                .onItem()
                .transformToMulti(count -> claimed())
                .onItem()
                .transformToUni(this::work)
                .merge(config.concurrency())
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Each when there is a hand free for it, and not before: what is claimed and waits, no other replica fetches. */
    private Multi<IncompleteProduct> claimed() {
        return Multi.createBy()
                .repeating()
                .uni(this::claim)
                .until(Optional::isEmpty)
                .map(Optional::get);
    }

    private Uni<Optional<IncompleteProduct>> claim() {
        if (!hands.tryAcquire()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return products.claim()
                .onFailure()
                .invoke(failure -> LOG.warnf("Incomplete products could not be claimed: %s", failure))
                .onFailure()
                .recoverWithItem(Optional.empty())
                .invoke(found -> hands.release(found.isEmpty() ? 1 : 0));
    }

    private Uni<Void> work(IncompleteProduct product) {
        return context.run(() -> Heartbeat.during(complete(product), HEARTBEAT, () -> products.keep(product)))
                .onTermination()
                .invoke(() -> hands.release());
    }

    private Uni<Void> complete(IncompleteProduct product) {
        return completion
                .complete(product)
                .onFailure(failure -> !Failure.isExpected(failure))
                .invoke(failure -> LOG.errorf(failure, "A product could not be completed"))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(String.valueOf(failure.getMessage())))
                .invoke(error -> note(product, error))
                .flatMap(error -> products.release(product, error))
                .onFailure()
                .invoke(failure -> LOG.warnf("What became of a product could not be noted: %s", failure))
                .onFailure()
                .recoverWithNull();
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
