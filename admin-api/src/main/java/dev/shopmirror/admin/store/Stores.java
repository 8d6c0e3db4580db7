package dev.shopmirror.admin.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import org.hibernate.exception.ConstraintViolationException;

import dev.shopmirror.admin.credential.SealedCredentials;
import dev.shopmirror.admin.credential.TokenSeal;
import dev.shopmirror.admin.paging.Cursor;
import dev.shopmirror.admin.paging.Page;
import dev.shopmirror.admin.problem.InvalidField;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.wanted.WantedTopic;
import dev.shopmirror.admin.wanted.WantedTopics;
import dev.shopmirror.admin.wanted.WantedTopicsRule;
import dev.shopmirror.event.ShopDomain;

/** The stores of this deployment. */
@ApplicationScoped
public class Stores {

    private final StoreRepository repository;
    private final TokenSeal seal;
    private final List<WantedTopicsRule> wantedRules;

    Stores(StoreRepository repository, TokenSeal seal, @All List<WantedTopicsRule> wantedRules) {
        this.repository = repository;
        this.seal = seal;
        this.wantedRules = wantedRules;
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

    /**
     * The store after a change that nobody else's comes between. Fails with a problem when there is none.
     *
     * @param change calls no one: the row is locked
     */
    @WithTransaction
    public Uni<Store> change(UUID id, Consumer<Store> change) {
        return repository
                .findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(Problem.STORE_NOT_FOUND, "No store has the id " + id))
                .invoke(change)
                .call(repository::flush);
    }

    Uni<Store> patch(UUID id, StorePatch patch) {
        List<InvalidField> violations = violations(patch);
        ProblemException.throwUnlessEmpty(violations);
        if (patch.changes().isEmpty()) {
            return get(id);
        }
        SealedCredentials credentials = patch.credentials().isAbsent() ? null : seal.seal(id, patch.credentials());
        return change(id, new StoreChange(patch, credentials, now())::applyTo);
    }

    @WithTransaction
    Uni<Store> create(NewStore wanted) {
        List<InvalidField> violations = NewStoreRules.violations(wanted);
        ProblemException.throwUnlessEmpty(violations);
        return repository
                .persistAndFlush(storeOf(wanted))
                .onFailure(ConstraintViolationException.class)
                .transform(failure ->
                        ProblemException.of(Problem.STORE_EXISTS, wanted.shopDomain() + " is registered already"));
    }

    @WithSession
    Uni<Page<Store>> list(int limit, String cursor, Optional<Set<UUID>> allowed) {
        return repository
                .listAfter(Cursor.decode(cursor), limit + 1, allowed)
                .map(stores -> Page.of(stores, limit, Store::shopDomain));
    }

    /** The one store of that domain, or none. */
    @WithSession
    Uni<Page<Store>> listByShopDomain(String shopDomain, Optional<Set<UUID>> allowed) {
        return repository
                .listByShopDomain(ShopDomain.parse(shopDomain).orElse(""))
                .map(stores -> stores.stream()
                        .filter(store -> allowed.isEmpty() || allowed.get().contains(store.id))
                        .toList())
                .map(stores -> new Page<>(stores, null));
    }

    private List<InvalidField> violations(StorePatch patch) {
        List<InvalidField> found = new ArrayList<>(patch.violations());
        if (patch.setsWantedWebhooks() && found.isEmpty()) {
            List<WantedTopic> wanted = WantedTopics.read(patch.wantedWebhooks());
            wantedRules.forEach(rule -> found.addAll(rule.violations(wanted)));
        }
        return found;
    }

    private Store storeOf(NewStore wanted) {
        Store store = Store.createdAt(now());
        store.shopDomain = ShopDomain.parse(wanted.shopDomain()).orElseThrow();
        store.name = wanted.name().strip();
        store.replaceCredentials(seal.seal(store.id, wanted.credentials()), store.createdAt);
        return store;
    }

    /** As PostgreSQL keeps it, so that an answer says what a later read will say. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
