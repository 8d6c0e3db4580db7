package dev.shopmirror.system.mirror;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row that the shop's truth asks for.
 *
 * @param fields as Shopify has them now
 * @param derived values of columns that are no fields of Shopify's
 * @param extent how much of it a mirror of webhooks can know
 */
record TruthRow(ObjectNode fields, Map<String, Object> derived, Extent extent) {

    enum Extent {
        /** The row is there, and every column of it is right. */
        WHOLE,
        /** The row may be missing; these fields, which never change, are right. */
        MAYBE
    }

    static TruthRow whole(ObjectNode fields) {
        return new TruthRow(fields, Map.of(), Extent.WHOLE);
    }

    static TruthRow maybe(ObjectNode fields) {
        return new TruthRow(fields, Map.of(), Extent.MAYBE);
    }

    TruthRow with(String column, Object value) {
        return new TruthRow(fields, Map.of(column, value), extent);
    }
}
