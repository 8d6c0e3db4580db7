/** The one home of the schema. */
@NullMarked
package dev.shopmirror.database;

import org.jspecify.annotations.NullMarked;
