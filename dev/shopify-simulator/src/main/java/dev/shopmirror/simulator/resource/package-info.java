/** What all resources of a shop share: ids, gids, moments, and how a partial body becomes a whole one. */
@NullMarked
package dev.shopmirror.simulator.resource;

import org.jspecify.annotations.NullMarked;
