package dev.shopmirror.admin.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class StoreRepository implements PanacheRepositoryBase<Store, UUID> {

    /** In the order of their domains; of {@code allowed} ones alone where it is given. */
    Uni<List<Store>> listAfter(String shopDomain, int limit, Optional<Set<UUID>> allowed) {
        return allowed.map(ids -> find("shopDomain > ?1 and id in ?2 order by shopDomain", shopDomain, ids))
                .orElseGet(() -> find("shopDomain > ?1 order by shopDomain", shopDomain))
                .page(0, limit)
                .list();
    }

    Uni<List<Store>> listByShopDomain(String shopDomain) {
        return list("shopDomain", shopDomain);
    }
}
