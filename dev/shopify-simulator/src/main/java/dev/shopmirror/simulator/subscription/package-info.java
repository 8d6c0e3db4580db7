/** Webhook subscriptions and Shopify's rules for them. */
@NullMarked
package dev.shopmirror.simulator.subscription;

import org.jspecify.annotations.NullMarked;
