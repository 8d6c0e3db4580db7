package dev.shopmirror.admin.shopify;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.inject.Qualifier;

/** One of the ways to Shopify's subscriptions. Without it, the one that is configured is injected. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({TYPE, METHOD, FIELD, PARAMETER})
public @interface Adapter {

    /** {@code SHOPIFY_ADAPTER}. */
    enum Kind {
        /** webhooks.json, which new public apps may not use any more. */
        REST,
        GRAPHQL
    }

    Kind value();
}
