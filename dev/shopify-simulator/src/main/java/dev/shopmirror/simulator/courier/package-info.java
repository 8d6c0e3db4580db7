/** One attempt at a time: signs a body, posts it within Shopify's time-outs, and tells what came of it. */
@NullMarked
package dev.shopmirror.simulator.courier;

import org.jspecify.annotations.NullMarked;
