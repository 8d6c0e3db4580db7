/**
 * When a call may leave for a shop: Shopify's limits, shops that do not answer, and how much is under way at once. Plain
 * Java: the time comes in, and nothing here talks to Shopify.
 */
package dev.shopmirror.admin.shopify.gate;
