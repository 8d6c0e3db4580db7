/** What the API says of itself at {@code /q/openapi}. */
@NullMarked
package dev.shopmirror.admin.description;

import org.jspecify.annotations.NullMarked;
