package dev.shopmirror.admin.store;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import dev.shopmirror.admin.shopify.ShopAccess;

/** Calls to Shopify on behalf of a store, with whatever token it has at the moment. */
@ApplicationScoped
public class StoreAccess {

    private final AccessTokens tokens;

    StoreAccess(AccessTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Fails with a problem when the store is not active or has no usable token, and else as the call does.
     *
     * @param call no database transaction may be open around it
     */
    public <T> Uni<T> call(Store store, Function<ShopAccess, Uni<T>> call) {
        return tokens.of(store)
                .map(token -> new ShopAccess(store.shopDomain(), token))
                .flatMap(call::apply);
    }
}
