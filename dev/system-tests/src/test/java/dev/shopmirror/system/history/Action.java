package dev.shopmirror.system.history;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a merchant does. Products and variants are named by small numbers, so that an action means something
 * in every shop, also when the actions before it are left out.
 */
public interface Action {

    void perform(Merchant merchant) throws InterruptedException;

    /** Creates the product, or changes these fields of it. */
    record SaveProduct(int product, ObjectNode fields) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.save(product, fields);
        }
    }

    /** Adds, changes and removes variants in one save; creates the product when there is none. */
    record EditVariants(int product, List<VariantEdit> edits) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.editVariants(product, edits);
        }
    }

    /** Gives the product so many variants: new ones are added, the last ones go. */
    record SetVariantCount(int product, int count) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.setVariantCount(product, count);
        }
    }

    record DeleteProduct(int product) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().deleteProduct(Merchant.productId(product));
        }
    }

    /** Also for items of products that are not there yet or no more. A null is an item that is not tracked. */
    record SetStock(StockPlace place, Integer available) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().putInventoryLevel(place.key().body().put("available", available));
        }
    }

    record Disconnect(StockPlace place) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().disconnectInventoryLevel(place.key());
        }
    }

    /** Creates the place's item, or changes these fields of it. */
    record SaveItem(StockPlace place, ObjectNode fields) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().putInventoryItem(place.key().inventoryItemId(), fields.deepCopy());
        }
    }

    record DeleteItem(StockPlace place) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().deleteInventoryItem(place.key().inventoryItemId());
        }
    }

    /** Creates the place's location, or changes these fields of it. */
    record SaveLocation(StockPlace place, ObjectNode fields) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().putLocation(place.key().locationId(), fields.deepCopy());
        }
    }

    record DeleteLocation(StockPlace place) implements Action {
        @Override
        public void perform(Merchant merchant) {
            merchant.shop().deleteLocation(place.key().locationId());
        }
    }

    /** Time passes: later events carry later seconds, and earlier ones are applied meanwhile. */
    record Pause(int millis) implements Action {
        @Override
        public void perform(Merchant merchant) throws InterruptedException {
            Thread.sleep(millis);
        }
    }
}
