package dev.shopmirror.admin.connection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.destination.WebhookTarget;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.admin.shopify.oauth.Installations;
import dev.shopmirror.admin.store.Store;
import dev.shopmirror.admin.store.StoreAccess;
import dev.shopmirror.admin.store.StoreStatus;
import dev.shopmirror.admin.store.Stores;
import dev.shopmirror.admin.subscription.Failure;
import dev.shopmirror.admin.wanted.WantedTopic;

/** Asks Shopify how a store's credentials stand, and brings the store to what it says. */
@ApplicationScoped
class CredentialsCheck {

    private final Stores stores;
    private final StoreAccess access;
    private final Installations installations;
    private final WebhookTarget target;

    CredentialsCheck(Stores stores, StoreAccess access, Installations installations, WebhookTarget target) {
        this.stores = stores;
        this.access = access;
        this.installations = installations;
        this.target = target;
    }

    /** Fails with a problem when Shopify says neither yes nor no, or speaks of another shop. */
    Uni<CheckAnswer> check(UUID storeId) {
        Instant asked = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return stores.get(storeId).flatMap(store -> ask(store, asked));
    }

    private Uni<CheckAnswer> ask(Store store, Instant asked) {
        return access.call(store, Purpose.PROBE, installations::read)
                .flatMap(found -> connected(store, found, asked))
                .onFailure(ShopifyException.class)
                .recoverWithUni(failure -> failed(store, (ShopifyException) failure, asked));
    }

    private Uni<CheckAnswer> connected(Store before, Installation found, Instant asked) {
        requireSameShop(before, found);
        return stores.change(before.id(), store -> store.foundConnected(before, found, asked))
                .map(after -> CheckAnswer.valid(after, found, topics(after), asked));
    }

    /** An active store whose token is refused is disconnected by the call itself. */
    private Uni<CheckAnswer> failed(Store before, ShopifyException failure, Instant asked) {
        if (failure.reason() != Reason.TOKEN_REFUSED) {
            return Uni.createFrom().failure(Failure.asProblem(failure));
        }
        Uni<Store> after = before.status() == StoreStatus.UNINSTALLED
                ? stores.change(before.id(), store -> store.foundUninstalled(before, asked))
                : stores.get(before.id());
        return after.map(store -> CheckAnswer.refused(store, failure, asked));
    }

    private List<String> topics(Store store) {
        return store.wantedWebhooks().orElseGet(target::defaultTopics).stream()
                .map(WantedTopic::topic)
                .toList();
    }

    private static void requireSameShop(Store store, Installation found) {
        store.shopifyShopId().filter(known -> known != found.shopId()).ifPresent(known -> {
            throw ProblemException.of(
                    Problem.SHOP_MISMATCH,
                    "Shopify's id of the shop is " + found.shopId() + ", and was " + known
                            + ": another shop has taken the domain. Delete the store and register it anew");
        });
    }
}
