/** Where a shop keeps things, and the things as its warehouse sees them: locations and inventory items. */
@NullMarked
package dev.shopmirror.simulator.stock;

import org.jspecify.annotations.NullMarked;
