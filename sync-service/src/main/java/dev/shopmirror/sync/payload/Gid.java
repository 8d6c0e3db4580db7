package dev.shopmirror.sync.payload;

import dev.shopmirror.sync.table.PoisonException;
import dev.shopmirror.sync.table.PoisonReason;

/** Shopify's global ids: {@code gid://shopify/ProductVariant/42}. */
final class Gid {

    private Gid() {}

    /**
     * The number it ends with.
     *
     * @param field where it stood, for the message
     * @throws PoisonException when it ends with none
     */
    static long id(String gid, String field) {
        try {
            return Long.parseLong(gid.substring(gid.lastIndexOf('/') + 1));
        } catch (NumberFormatException e) {
            throw new PoisonException(PoisonReason.WRONG_TYPE, field + " holds a gid without a number");
        }
    }
}
