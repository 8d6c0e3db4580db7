package dev.shopmirror.sync.table;

import java.math.BigDecimal;

/** Decimal numbers as Shopify writes them. */
final class Decimals {

    /** Far beyond any price, far below what makes NUMERIC fail: {@code 1e999999} must not reach the database. */
    private static final int MAX_DIGITS = 100;

    private Decimals() {}

    static BigDecimal parse(String value) {
        // before parsing, which takes time quadratic in the length
        if (value.length() > 2 * MAX_DIGITS) {
            throw new PoisonException(PoisonReason.OUT_OF_RANGE, "has more than " + MAX_DIGITS + " digits");
        }
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new PoisonException(PoisonReason.WRONG_TYPE, "is no decimal number");
        }
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw new PoisonException(PoisonReason.OUT_OF_RANGE, "has more than " + MAX_DIGITS + " digits");
        }
        return number;
    }
}
