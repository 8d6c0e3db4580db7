/** One shop: its catalogue, its subscriptions, and the deliveries that changes cause. */
@NullMarked
package dev.shopmirror.simulator.shop;

import org.jspecify.annotations.NullMarked;
