package dev.shopmirror.sync.delivery;

/**
 * What the ledger has of a delivery already.
 *
 * @param open a later copy may still change the outcome
 * @param place of the record that led to the outcome
 */
record LedgerEntry(boolean open, String place) {

    /** Whether nothing more is to be done for this record of the delivery. */
    boolean settles(Delivery delivery) {
        // Kafka hands a record out again when its offset was not committed: it had its effect
        return place.equals(delivery.place()) || !open && !delivery.isReplay();
    }
}
