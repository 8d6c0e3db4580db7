package dev.shopmirror.admin.completion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.producer.ProducerRecord;

import dev.shopmirror.admin.kafka.EventPublisher;
import dev.shopmirror.admin.store.StoreAccess;
import dev.shopmirror.admin.store.Stores;

/** Completes one product: fetched from Shopify, published as an event. */
@ApplicationScoped
class ProductCompletion {

    private static final String GONE = "Shopify has no such product any more: its products/delete should come";

    private final Stores stores;
    private final StoreAccess access;
    private final ProductFetch products;
    private final EventPublisher publisher;

    ProductCompletion(Stores stores, StoreAccess access, ProductFetch products, EventPublisher publisher) {
        this.stores = stores;
        this.access = access;
        this.products = products;
        this.publisher = publisher;
    }

    /** Why it could not be completed now; empty when Kafka has its event. Fails as the calls do. */
    Uni<Optional<String>> complete(IncompleteProduct incomplete) {
        Instant queriedAt = Instant.now();
        return stores.get(incomplete.storeId())
                .flatMap(store -> access.call(store, shop -> products.fetch(shop, incomplete.productId())))
                .flatMap(fetched -> fetched.isEmpty()
                        ? Uni.createFrom().item(Optional.of(GONE))
                        : publish(incomplete, fetched.get(), queriedAt));
    }

    private Uni<Optional<String>> publish(IncompleteProduct incomplete, FetchedProduct fetched, Instant queriedAt) {
        Optional<String> postponement = Completion.postponement(incomplete, fetched, queriedAt);
        return postponement.isPresent()
                ? Uni.createFrom().item(postponement)
                : publish(Completion.event(incomplete, fetched, queriedAt));
    }

    private Uni<Optional<String>> publish(ProducerRecord<String, byte[]> event) {
        return Uni.createFrom()
                .item(List.of(event))
                .invoke(publisher::publish)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWith(Optional.empty());
    }
}
