/** Which hosts of the network an address may name. */
@NullMarked
package dev.shopmirror.admin.address;

import org.jspecify.annotations.NullMarked;
