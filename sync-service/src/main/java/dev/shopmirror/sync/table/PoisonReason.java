package dev.shopmirror.sync.table;

import java.util.Locale;

/** Why a record is dead-lettered. Operators filter by the {@link #code}. */
public enum PoisonReason {
    /** The body is no JSON object. */
    BROKEN_JSON,
    /** The body does not say which resource it is about. */
    MISSING_ID,
    /** A field has another type than Shopify documents. */
    WRONG_TYPE,
    /** A value is beyond what its column holds. */
    OUT_OF_RANGE,
    /** The body belongs to another topic: a deletion that carries a product. */
    TOPIC_MISMATCH,
    /** The body belongs to another shop than the headers say. */
    SHOP_MISMATCH,
    /** Reading the body failed in a way nobody foresaw. */
    UNREADABLE,
    /** PostgreSQL refused a value that looked right here. */
    REFUSED_BY_DATABASE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
