/** Stores: which are known, and what Shopify tells of the shops themselves. */
@NullMarked
package dev.shopmirror.sync.store;

import org.jspecify.annotations.NullMarked;
