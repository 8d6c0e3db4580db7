/** A delivery from the wire to its answer. */
@NullMarked
package dev.shopmirror.ingest.intake;

import org.jspecify.annotations.NullMarked;
