/** Refusals and breakdowns of the Admin API, on demand. */
@NullMarked
package dev.shopmirror.simulator.fault;

import org.jspecify.annotations.NullMarked;
