/** What events say about resources, and which of them still matters. Plain Java. */
@NullMarked
package dev.shopmirror.sync.change;

import org.jspecify.annotations.NullMarked;
