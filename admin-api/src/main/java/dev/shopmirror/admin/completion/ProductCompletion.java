package dev.shopmirror.admin.completion;

import java.time.Instant;
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
    private static final String NEWER = "Shopify has a newer state, whose own event should come first";

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
                        : publish(Completion.of(incomplete, fetched.get(), queriedAt)));
    }

    private Uni<Optional<String>> publish(Optional<ProducerRecord<String, byte[]>> event) {
        if (event.isEmpty()) {
            return Uni.createFrom().item(Optional.of(NEWER));
        }
        return Uni.createFrom()
                .item(event)
                .invoke(wanted -> publisher.publish(wanted.stream().toList()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWith(Optional.empty());
    }
}
