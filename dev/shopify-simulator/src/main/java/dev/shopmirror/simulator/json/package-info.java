/** JSON as Shopify writes it: exact numbers, escaped slashes and angle brackets. */
@NullMarked
package dev.shopmirror.simulator.json;

import org.jspecify.annotations.NullMarked;
