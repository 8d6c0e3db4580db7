package dev.shopmirror.admin.store;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import dev.shopmirror.admin.paging.Cursor;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.event.ShopDomain;

/** The stores of this deployment. */
@ApplicationScoped
public class Stores {

    private final StoreRepository repository;
    private final Credentials credentials;

    Stores(StoreRepository repository, Credentials credentials) {
        this.repository = repository;
        this.credentials = credentials;
    }

    /** Fails with a problem when there is none. */
    @WithSession
    public Uni<Store> get(UUID id) {
        return repository
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(Problem.STORE_NOT_FOUND, "No store has the id " + id));
    }

    @WithTransaction
    Uni<Store> create(NewStore wanted) {
        List<InvalidField> violations = NewStoreRules.violations(wanted);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return repository
                .persistAndFlush(storeOf(wanted))
                .onFailure(ConstraintViolationException.class)
                .transform(failure ->
                        ProblemException.of(Problem.STORE_EXISTS, wanted.shopDomain() + " is registered already"));
    }

    @WithSession
    Uni<Page<Store>> list(int limit, String cursor) {
        return repository
                .listAfter(Cursor.decode(cursor), limit + 1)
                .map(stores -> Page.of(stores, limit, Store::shopDomain));
    }

    /** The one store of that domain, or none. */
    @WithSession
    Uni<Page<Store>> listByShopDomain(String shopDomain) {
        return repository
                .listByShopDomain(ShopDomain.parse(shopDomain).orElse(""))
                .map(stores -> new Page<>(stores, null));
    }

    private Store storeOf(NewStore wanted) {
        Store store = Store.installedAt(Moment.now());
        store.shopDomain = ShopDomain.parse(wanted.shopDomain()).orElseThrow();
        store.name = wanted.name().strip();
        credentials.put(wanted, store);
        return store;
    }
}
