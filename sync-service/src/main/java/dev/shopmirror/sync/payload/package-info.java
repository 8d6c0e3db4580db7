/** From a webhook's bytes to a change. Plain Java. */
@NullMarked
package dev.shopmirror.sync.payload;

import org.jspecify.annotations.NullMarked;
