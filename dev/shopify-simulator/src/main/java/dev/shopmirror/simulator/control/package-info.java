/** The control API: change the truth, steer the deliveries, look at both. */
@NullMarked
package dev.shopmirror.simulator.control;

import org.jspecify.annotations.NullMarked;
