/** The GraphQL Admin API: a small transport for any query, and subscriptions by it. */
package dev.shopmirror.admin.shopify.graphql;
