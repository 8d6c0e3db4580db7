/** What a shop holds: products and stock levels, the truth that a mirror is compared with. */
@NullMarked
package dev.shopmirror.simulator.catalogue;

import org.jspecify.annotations.NullMarked;
