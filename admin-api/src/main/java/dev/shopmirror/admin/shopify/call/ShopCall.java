package dev.shopmirror.admin.shopify.call;

import java.util.function.DoubleSupplier;

import dev.shopmirror.admin.shopify.gate.Api;

/**
 * A call that is to be made.
 *
 * @param operation a constant of the code, such as {@code webhook-list}: it names a metric
 * @param points it is expected to take of the shop's limit; asked for again with each try
 * @param repeatable whether it may be sent again when nobody knows what became of it; a refusal for too many calls is
 *     always followed by another try
 */
public record ShopCall(String shopDomain, Api api, String operation, DoubleSupplier points, boolean repeatable) {

    /** One that may be sent again: reading, changing to a state, deleting, and creating what is unique. */
    public static ShopCall rest(String shopDomain, String operation) {
        return new ShopCall(shopDomain, Api.REST, operation, () -> 1, true);
    }
}
