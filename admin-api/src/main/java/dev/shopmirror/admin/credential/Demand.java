package dev.shopmirror.admin.credential;

import java.util.UUID;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;

/**
 * Which access token is wanted.
 *
 * @param refused a token that will not do, for Shopify refused it; null when any will
 * @param anyStatus also for a store that is not active, to find out how it stands
 */
record Demand(UUID storeId, Secret refused, boolean anyStatus) {

    /** Fails with a problem when the store is not to be called for. */
    void requireStatusOf(TokenRow row) {
        if (row.isRedacted() || !(anyStatus || row.isActive())) {
            throw ProblemException.of(
                    Problem.STORE_NOT_ACTIVE, "The store is " + row.status() + ": " + remedy(row.status()));
        }
    }

    private static String remedy(String status) {
        return switch (status) {
            case "inactive" -> "switch it on with PATCH /api/admin/stores/{id} and {\"status\": \"active\"}";
            case "redacted" -> "it was erased on Shopify's demand; delete it, and register it anew";
            default -> "give it new credentials with PATCH /api/admin/stores/{id}";
        };
    }

    boolean isMetBy(Secret token) {
        return !token.equals(refused);
    }
}
