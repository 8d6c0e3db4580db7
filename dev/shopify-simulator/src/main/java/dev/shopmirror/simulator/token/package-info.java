/** Access tokens that expire, and refresh tokens that rotate. */
@NullMarked
package dev.shopmirror.simulator.token;

import org.jspecify.annotations.NullMarked;
