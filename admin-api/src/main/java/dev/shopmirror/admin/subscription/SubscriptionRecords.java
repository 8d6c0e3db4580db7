package dev.shopmirror.admin.subscription;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.shopify.Subscription;

/** Which subscriptions at Shopify we made or took over, and for which base URLs. */
@ApplicationScoped
class SubscriptionRecords {

    private static final String READ = """
            SELECT ARRAY(SELECT webhook_id FROM webhook_subscription WHERE store_id = $1),
                   ARRAY(SELECT base_url FROM webhook_base_url),
                   now()""";

    private static final String RECORD = """
            WITH had AS (INSERT INTO webhook_base_url (base_url) VALUES ($5) ON CONFLICT DO NOTHING)
            INSERT INTO webhook_subscription (store_id, webhook_id, topic, address, base_url)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (store_id, webhook_id)
            DO UPDATE SET topic = excluded.topic, address = excluded.address, base_url = excluded.base_url""";

    private static final String FORGET = "DELETE FROM webhook_subscription WHERE store_id = $1 AND webhook_id = $2";

    /** What was recorded after the list was asked for is not in the list, and is there. */
    private static final String FORGET_OTHERS = """
            DELETE FROM webhook_subscription
            WHERE store_id = $1 AND webhook_id <> ALL ($2) AND created_at < $3""";

    private final Pool pool;

    SubscriptionRecords(Pool pool) {
        this.pool = pool;
    }

    /**
     * @param ids recorded for the store
     * @param baseUrls recorded for any store, also one that is gone
     * @param asOf by the database's clock
     */
    record Known(List<Long> ids, List<String> baseUrls, OffsetDateTime asOf) {}

    Uni<Known> of(UUID storeId) {
        return pool.preparedQuery(READ)
                .execute(Tuple.of(storeId))
                .map(rows -> known(rows.iterator().next()));
    }

    Uni<Void> record(UUID storeId, Subscription subscription, String baseUrl) {
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(storeId, subscription.id(), subscription.topic(), subscription.address(), baseUrl))
                .replaceWithVoid();
    }

    Uni<Void> forget(UUID storeId, long webhookId) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(storeId, webhookId)).replaceWithVoid();
    }

    Uni<Void> forgetAllBut(UUID storeId, List<Long> webhookIds, OffsetDateTime asOf) {
        return pool.preparedQuery(FORGET_OTHERS)
                .execute(Tuple.of(storeId, webhookIds.toArray(Long[]::new), asOf))
                .replaceWithVoid();
    }

    private static Known known(Row row) {
        return new Known(
                Arrays.asList(row.getArrayOfLongs(0)),
                Arrays.asList(row.getArrayOfStrings(1)),
                row.getOffsetDateTime(2));
    }
}
