/** How many calls the Admin API takes, and how many it took. */
@NullMarked
package dev.shopmirror.simulator.limit;

import org.jspecify.annotations.NullMarked;
