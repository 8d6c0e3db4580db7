/** JSON over the JDK's HTTP server. */
@NullMarked
package dev.shopmirror.simulator.http;

import org.jspecify.annotations.NullMarked;
