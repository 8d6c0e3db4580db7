/** The Admin API: REST's webhook resource, tokens, and what stands before both APIs. */
@NullMarked
package dev.shopmirror.simulator.admin;

import org.jspecify.annotations.NullMarked;
