/** Who is next: delays, retries, duplicates, disorder, and the log of what was sent. */
@NullMarked
package dev.shopmirror.simulator.delivery;

import org.jspecify.annotations.NullMarked;
