/** Stores: which are known, and what Shopify tells of the shops themselves. */
package dev.shopmirror.sync.store;
