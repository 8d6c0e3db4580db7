/** The whole product on one machine: behind the script {@code run-local}. */
@NullMarked
package dev.shopmirror.localstack.runlocal;

import org.jspecify.annotations.NullMarked;
