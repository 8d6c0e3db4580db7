/** The check of a service's settings before it starts. */
@NullMarked
package dev.shopmirror.settings;

import org.jspecify.annotations.NullMarked;
