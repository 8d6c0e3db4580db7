package dev.shopmirror.admin.subscription;

import dev.shopmirror.admin.destination.Judgement;
import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyException;

/**
 * Why one subscription is not as it should be.
 *
 * @param webhookId Shopify's id of the one it is about; null when there is none yet
 * @param code stable
 * @param message Shopify's words, or ours
 * @param requestId Shopify's {@code X-Request-Id}; null when it was not asked
 */
public record Failure(String topic, Long webhookId, String code, String message, String requestId) {

    public static Failure of(Judgement refused) {
        return new Failure(refused.wanted().topic(), null, refused.code(), refused.refusal(), null);
    }

    /** @param failure one that {@link #isExpected} */
    public static Failure of(String topic, Long webhookId, Throwable failure) {
        if (failure instanceof ShopifyException shopify) {
            return new Failure(topic, webhookId, shopify.reason().code(), shopify.getMessage(), shopify.requestId());
        }
        ProblemException problem = (ProblemException) failure;
        String code = problem.problem().code().replace('-', '_'); // beside Shopify's reasons, in their spelling
        return new Failure(topic, webhookId, code, problem.getMessage(), null);
    }

    /** Shopify's, or a problem of ours: not a fault of this service or its database. */
    public static boolean isExpected(Throwable failure) {
        return failure instanceof ShopifyException || failure instanceof ProblemException;
    }

    /** What a request ends with that cannot be carried out without Shopify's answer. */
    public static Throwable asProblem(Throwable failure) {
        return failure instanceof ShopifyException shopify
                ? ProblemException.of(Problem.SHOPIFY_FAILED, shopify.describe() + advice(shopify.reason()))
                : failure;
    }

    private static String advice(ShopifyException.Reason reason) {
        return switch (reason) {
            case SHOP_UNAVAILABLE -> ". See that the shop's domain is right, and that the shop is open";
            case TOKEN_REFUSED -> ". Give the store new credentials: PATCH /api/admin/stores/{id}";
            case SCOPE_MISSING -> ". What is missing says POST /api/admin/stores/{id}/credentials/check";
            case RATE_LIMITED, SHOPIFY_ERROR, UNREACHABLE -> ". Try again later";
            default -> "";
        };
    }
}
