/** What a shop holds, as nodes of the GraphQL schema. */
@NullMarked
package dev.shopmirror.simulator.admin.graphql.node;

import org.jspecify.annotations.NullMarked;
