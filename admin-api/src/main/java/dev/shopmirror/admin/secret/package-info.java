/** Access tokens: encrypted at rest, hidden from logs. */
@NullMarked
package dev.shopmirror.admin.secret;

import org.jspecify.annotations.NullMarked;
