/** Filters of subscriptions, in Shopify's search syntax. */
@NullMarked
package dev.shopmirror.simulator.search;

import org.jspecify.annotations.NullMarked;
