/** How often a caller may call. */
@NullMarked
package dev.shopmirror.admin.rate;

import org.jspecify.annotations.NullMarked;
