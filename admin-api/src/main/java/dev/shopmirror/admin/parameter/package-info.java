/** Values that come in as text. */
@NullMarked
package dev.shopmirror.admin.parameter;

import org.jspecify.annotations.NullMarked;
