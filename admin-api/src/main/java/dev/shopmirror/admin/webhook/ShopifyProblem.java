package dev.shopmirror.admin.webhook;

import dev.shopmirror.admin.problem.Problem;
import dev.shopmirror.admin.problem.ProblemException;
import dev.shopmirror.admin.shopify.ShopifyException;

/** A call to Shopify without whose answer a request cannot be carried out. */
final class ShopifyProblem {

    private ShopifyProblem() {}

    static ProblemException of(Throwable failure) {
        ShopifyException shopify = (ShopifyException) failure;
        return ProblemException.of(Problem.SHOPIFY_FAILED, describe(shopify));
    }

    /** {@code token_refused: [API] Invalid API key (X-Request-Id 5f1c…)}. */
    static String describe(ShopifyException failure) {
        String text = failure.reason().code() + ": " + failure.getMessage();
        return failure.requestId() == null ? text : text + " (X-Request-Id " + failure.requestId() + ")";
    }
}
