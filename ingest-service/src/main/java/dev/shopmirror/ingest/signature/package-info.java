/** Is a delivery Shopify's? The secrets, and the check of a body against them. */
@NullMarked
package dev.shopmirror.ingest.signature;

import org.jspecify.annotations.NullMarked;
