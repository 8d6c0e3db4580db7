/** The Admin GraphQL API: a subset of its schema, its cost and its errors. */
@NullMarked
package dev.shopmirror.simulator.admin.graphql;

import org.jspecify.annotations.NullMarked;
