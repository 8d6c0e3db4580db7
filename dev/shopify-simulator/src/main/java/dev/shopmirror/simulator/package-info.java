/** A Shopify on your own machine: webhooks.json of the Admin API, a catalogue, and Shopify's delivery contract. */
@NullMarked
package dev.shopmirror.simulator;

import org.jspecify.annotations.NullMarked;
