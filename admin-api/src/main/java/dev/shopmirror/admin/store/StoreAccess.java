package dev.shopmirror.admin.store;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.credential.AccessTokens;
import dev.shopmirror.admin.credential.Purpose;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

/**
 * Calls to Shopify on behalf of a store, with whatever token it has at the moment. A token that Shopify refuses is
 * renewed, once, and the call repeated; where that does not help the store is disconnected.
 */
@ApplicationScoped
public class StoreAccess {

    private final AccessTokens tokens;

    StoreAccess(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Fails with a problem when the store is not active or has no usable token, and else as the call does.
     *
     * @param call may be made twice; a refused token must come out of it as the {@link ShopifyException} it is, and no
     *     database transaction may be open around it
     */
    public <T> Uni<T> call(Store store, Function<ShopAccess, Uni<T>> call) {
        return call(store, Purpose.SERVE, call);
    }

    /** The same for a store whose status is one for the purpose. */
    public <T> Uni<T> call(Store store, Purpose purpose, Function<ShopAccess, Uni<T>> call) {
        return tokens.of(store.id(), purpose).flatMap(token -> callWith(store, token, call)
                .onFailure(StoreAccess::isRefusal)
                .recoverWithUni(refusal -> again(store, token, call, purpose, (ShopifyException) refusal)));
    }

    private <T> Uni<T> again(
            Store store, Secret refused, Function<ShopAccess, Uni<T>> call, Purpose purpose, ShopifyException refusal) {
        return tokens.insteadOf(refused, store.id(), purpose, refusal).flatMap(token -> callWith(store, token, call)
                .onFailure(StoreAccess::isRefusal)
                .call(second -> tokens.giveUp(token, store.id(), (ShopifyException) second)));
    }

    private static <T> Uni<T> callWith(Store store, Secret token, Function<ShopAccess, Uni<T>> call) {
        return call.apply(new ShopAccess(store.shopDomain(), token));
    }

    private static boolean isRefusal(Throwable failure) {
        return ShopifyException.is(failure, Reason.TOKEN_REFUSED);
    }
}
