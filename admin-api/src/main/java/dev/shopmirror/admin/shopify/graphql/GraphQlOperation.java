package dev.shopmirror.admin.shopify.graphql;

/**
 * A query or mutation.
 *
 * @param name a constant of the code, such as {@code webhook-list}: it names a metric and a learned cost
 * @param text with variables for whatever changes
 * @param points it is expected to cost, until Shopify has told
 * @param repeatable whether it may be sent again when nobody knows what became of it: every query, and mutations whose
 *     second time changes nothing
 */
public record GraphQlOperation(String name, String text, int points, boolean repeatable) {

    /** One that may be sent again. */
    public static GraphQlOperation repeatable(String name, int points, String text) {
        return new GraphQlOperation(name, text, points, true);
    }
}
