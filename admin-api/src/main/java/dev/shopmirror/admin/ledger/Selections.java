package dev.shopmirror.admin.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

import dev.shopmirror.admin.security.StoreScope;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.Stores;

/** Brings together what is asked for and what the caller may see. */
@ApplicationScoped
public class Selections {

    private static final String DOMAINS = "SELECT shop_domain FROM store WHERE id = ANY($1) ORDER BY shop_domain";

    private final StoreScope scope;
    private final Stores stores;
    private final Pool pool;

    Selections(StoreScope scope, Stores stores, Pool pool) {
        this.scope = scope;
        this.stores = stores;
        this.pool = pool;
    }

    /** Fails with a problem when the filter names a store that is not there, or not the caller's. */
    public Uni<Selection> of(DeliveryFilter filter) {
        return shopDomains(filter).map(domains -> new Selection(domains, filter));
    }

    /** The shops that the caller may see; empty when it may see all. */
    public Uni<Optional<List<String>>> visible() {
        Optional<Set<UUID>> limit = scope.limit();
        return limit.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : domainsOf(limit.get()).map(Optional::of);
    }

    private Uni<Optional<List<String>>> shopDomains(DeliveryFilter filter) {
        Uni<Optional<List<String>>> allowed = filter.storeId() == null
                ? visible()
                : stores.get(scope.require(filter.storeId()))
                        .map(Store::shopDomain)
                        .map(List::of)
                        .map(Optional::of);
        return filter.shopDomain() == null
                ? allowed
                : allowed.map(domains -> Optional.of(only(filter.shopDomain(), domains)));
    }

    private static List<String> only(String shopDomain, Optional<List<String>> allowed) {
        return allowed.isEmpty() || allowed.get().contains(shopDomain) ? List.of(shopDomain) : List.of();
    }

    private Uni<List<String>> domainsOf(Set<UUID> storeIds) {
        return pool.preparedQuery(DOMAINS)
                .execute(Tuple.of(storeIds.toArray(UUID[]::new)))
                .map(Selections::texts);
    }

    private static List<String> texts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .toList();
    }
}
