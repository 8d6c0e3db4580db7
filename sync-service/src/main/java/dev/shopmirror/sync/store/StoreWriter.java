package dev.shopmirror.sync.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/** Brings what Shopify tells of a shop into its store's row. Such events are rare, so each is written for itself. */
@ApplicationScoped
public class StoreWriter {

    /** Soft: admin-api finds out whether the token is really refused, and a late one must not undo a new installation. */
    private static final String UNINSTALL = """
            UPDATE store SET status = 'uninstalled', status_before_uninstall = status, uninstalled_at = $3,
                updated_at = now(),
                status_reason = 'Shopify reported that the app was uninstalled (app/uninstalled)'
            WHERE id = $1 AND installed_at < $2 AND status NOT IN ('uninstalled', 'redacted')""";

    private static final String UPDATE_SCOPES = """
            UPDATE store SET access_scopes = $3::text[], access_scopes_at = $2, updated_at = now()
            WHERE id = $1 AND status <> 'redacted' AND (access_scopes_at IS NULL OR access_scopes_at < $2)""";

    private static final String UPDATE_SHOP = """
            UPDATE store SET currency = coalesce($3, currency), shop_updated_at = $2, updated_at = now()
            WHERE id = $1 AND status <> 'redacted' AND (shop_updated_at IS NULL OR shop_updated_at < $2)""";

    private static final String LEARN_ID = """
            UPDATE store SET shopify_shop_id = $2
            WHERE id = $1 AND status <> 'redacted' AND shopify_shop_id IS NULL""";

    /** Both moments are receipts by our clock: headers are not signed, and a backlog must not make a difference. */
    private static final String REDACT = """
            UPDATE store SET status = 'redacted', status_reason = 'Erased on Shopify''s demand (shop/redact)',
                name = shop_domain, access_token = NULL, access_token_expires_at = NULL, refresh_token = NULL,
                access_scopes = NULL, access_scopes_at = NULL, currency = NULL, shop_updated_at = NULL,
                shopify_shop_id = NULL, status_before_uninstall = NULL, updated_at = now()
            WHERE id = $1 AND status = 'uninstalled' AND uninstalled_at <= $2::timestamptz - interval '24 hours'""";

    private static final List<String> MIRRORED = List.of(
            "shopify_product", "shopify_inventory_level", "shopify_inventory_item", "shopify_location", "tombstone");

    /** Whether the event changed the store; false when a newer state was there, or it must not be erased. */
    public Uni<Boolean> write(SqlConnection connection, KnownStore store, StoreEvent event) {
        return learnId(connection, store, event).chain(() -> switch (event.kind()) {
            case UNINSTALLED -> update(connection, UNINSTALL, store, utc(event.at()), utc(event.receivedAt()));
            case SCOPES_UPDATED ->
                update(
                        connection,
                        UPDATE_SCOPES,
                        store,
                        utc(event.at()),
                        event.scopes().toArray(String[]::new));
            case SHOP_UPDATED -> update(connection, UPDATE_SHOP, store, utc(event.at()), event.currency());
            case SHOP_REDACTED -> redact(connection, store, event.receivedAt());
            case CUSTOMER -> Uni.createFrom().item(true);
        });
    }

    private static Uni<Void> learnId(SqlConnection connection, KnownStore store, StoreEvent event) {
        return store.shopId() == null && event.tiesIdToDomain()
                ? update(connection, LEARN_ID, store, event.shopId()).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    /**
     * Erases a store that was uninstalled for a day when the demand was received; answers false when it was not.
     *
     * @param receivedAt of the demand, by our clock
     */
    public Uni<Boolean> redact(SqlConnection connection, KnownStore store, Instant receivedAt) {
        return update(connection, REDACT, store, utc(receivedAt))
                .call(redacted -> redacted
                        ? eraseMirror(connection, store)
                        : Uni.createFrom().voidItem());
    }

    private static Uni<Void> eraseMirror(SqlConnection connection, KnownStore store) {
        return Multi.createFrom()
                .iterable(MIRRORED)
                .onItem()
                .transformToUniAndConcatenate(
                        table -> update(connection, "DELETE FROM " + table + " WHERE store_id = $1", store))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Boolean> update(
            SqlConnection connection, String sql, KnownStore store, @Nullable Object... values) {
        Tuple parameters = Tuple.tuple().addUUID(store.id());
        for (Object value : values) {
            parameters.addValue(value);
        }
        return connection.preparedQuery(sql).execute(parameters).map(rows -> rows.rowCount() > 0);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
