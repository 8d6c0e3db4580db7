package dev.shopmirror.admin.shopify.gate;

/**
 * How full a shop's bucket is, as Shopify tells with an answer.
 *
 * @param used points in the bucket, this call's included
 * @param capacity points that it holds
 * @param restoredPerSecond points that drain from it
 * @param charged points that this call cost
 */
public record Usage(double used, double capacity, double restoredPerSecond, double charged) {

    /** Numbers that no limit can be reckoned from, such as a capacity of nothing. */
    boolean isNonsense() {
        return !(capacity >= 1 && restoredPerSecond > 0 && used >= 0 && charged >= 0);
    }
}
