package dev.shopmirror.system.history;

import dev.shopmirror.simulator.catalogue.InventoryLevels;

/** A variant's item at a location. */
public record StockPlace(int product, int variant, int location) {

    private static final long FIRST_LOCATION = 24_826_418;

    InventoryLevels.Key key() {
        return new InventoryLevels.Key(Merchant.itemId(product, variant), FIRST_LOCATION + location);
    }
}
