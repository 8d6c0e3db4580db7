package dev.shopmirror.simulator.admin.graphql.node;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A node of a list.
 *
 * @param place rises along the list and stays the node's own
 */
public record Placed(long place, Map<String, @Nullable Object> node) {}
