/** The mirrored tables: their columns, and how a column is read from Shopify's JSON and sent to PostgreSQL. */
@NullMarked
package dev.shopmirror.sync.table;

import org.jspecify.annotations.NullMarked;
