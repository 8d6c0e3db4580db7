package dev.shopmirror.admin.credential;

import java.util.UUID;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.secret.Secret;

/**
 * Which access token is wanted.
 *
 * @param refused a token that will not do, for Shopify refused it; null when any will
 */
record Demand(UUID storeId, Secret refused, Purpose purpose) {

    /** Fails with a problem when the store is not to be called for. */
    void requireStatusOf(TokenRow row) {
        if (!purpose.allows(row.status())) {
            throw ProblemException.of(
                    Problem.STORE_NOT_ACTIVE, "The store is " + row.status() + ": " + remedy(row.status()));
        }
    }

    private static String remedy(String status) {
        return switch (status) {
            case "inactive" -> "switch it on with PATCH /api/admin/stores/{id} and {\"status\": \"active\"}";
            case "redacted" ->
                "it was erased on Shopify's demand; give it new credentials with PATCH /api/admin/stores/{id} to begin anew";
            default -> "give it new credentials with PATCH /api/admin/stores/{id}";
        };
    }

    boolean isMetBy(Secret token) {
        return !token.equals(refused);
    }
}
