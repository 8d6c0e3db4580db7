/** The Admin REST API's webhook resource. */
@NullMarked
package dev.shopmirror.simulator.admin;

import org.jspecify.annotations.NullMarked;
