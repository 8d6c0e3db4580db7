package dev.shopmirror.admin.subscription;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.Subscription;

/** What would be recorded of one store, in memory. */
final class FakeDatabase {

    final Map<Long, String> baseUrls = new LinkedHashMap<>();
    boolean needsBackfill;
    boolean heals = true;

    SubscriptionRecords records() {
        return new SubscriptionRecords(null) {
            @Override
            Uni<Known> of(UUID storeId) {
                return Uni.createFrom()
                        .item(() -> new Known(
                                new ArrayList<>(baseUrls.keySet()),
                                new ArrayList<>(baseUrls.values()),
                                OffsetDateTime.MAX));
            }

            @Override
            Uni<Void> record(UUID storeId, Subscription subscription, String baseUrl) {
                return Uni.createFrom().voidItem().invoke(() -> baseUrls.put(subscription.id(), baseUrl));
            }

            @Override
            Uni<Void> forget(UUID storeId, long webhookId) {
                return Uni.createFrom().voidItem().invoke(() -> baseUrls.remove(webhookId));
            }

            @Override
            Uni<Void> forgetAllBut(UUID storeId, List<Long> webhookIds, OffsetDateTime asOf) {
                return Uni.createFrom().voidItem().invoke(() -> baseUrls.keySet()
                        .retainAll(webhookIds));
            }
        };
    }

    StoreColumns columns() {
        return new StoreColumns(null) {
            @Override
            Uni<Boolean> needsBackfill(UUID storeId) {
                return Uni.createFrom().item(() -> {
                    boolean news = !needsBackfill;
                    needsBackfill = true;
                    return news;
                });
            }

            @Override
            Uni<Boolean> stopHealing(UUID storeId) {
                return Uni.createFrom().item(() -> {
                    boolean wasOn = heals;
                    heals = false;
                    return wasOn;
                });
            }
        };
    }
}
