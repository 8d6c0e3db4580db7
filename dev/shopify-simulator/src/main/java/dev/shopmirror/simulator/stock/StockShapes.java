package dev.shopmirror.simulator.stock;

import java.util.Map;

import dev.shopmirror.simulator.resource.Rule;
import dev.shopmirror.simulator.resource.Shape;

/** The fields of locations and inventory items that have rules. */
final class StockShapes {

    static final Shape LOCATION = new Shape(Map.ofEntries(
            Map.entry("id", Rule.ID),
            Map.entry("name", Rule.TEXT),
            Map.entry("address1", Rule.TEXT.orNull()),
            Map.entry("address2", Rule.TEXT.orNull()),
            Map.entry("city", Rule.TEXT.orNull()),
            Map.entry("zip", Rule.TEXT.orNull()),
            Map.entry("province", Rule.TEXT.orNull()),
            Map.entry("country", Rule.TEXT.orNull()),
            Map.entry("phone", Rule.TEXT.orNull()),
            Map.entry("country_code", Rule.TEXT.orNull()),
            Map.entry("country_name", Rule.TEXT.orNull()),
            Map.entry("province_code", Rule.TEXT.orNull()),
            Map.entry("legacy", Rule.BOOLEAN),
            Map.entry("active", Rule.BOOLEAN),
            Map.entry("created_at", Rule.TIME),
            Map.entry("updated_at", Rule.TIME)));

    static final Shape INVENTORY_ITEM = new Shape(Map.ofEntries(
            Map.entry("id", Rule.ID),
            Map.entry("sku", Rule.TEXT.orNull()),
            Map.entry("cost", Rule.MONEY.orNull()),
            Map.entry("tracked", Rule.BOOLEAN),
            Map.entry("requires_shipping", Rule.BOOLEAN),
            Map.entry("country_code_of_origin", Rule.TEXT.orNull()),
            Map.entry("province_code_of_origin", Rule.TEXT.orNull()),
            Map.entry("harmonized_system_code", Rule.TEXT.orNull()),
            Map.entry("country_harmonized_system_codes", Rule.OBJECTS),
            Map.entry("weight_value", Rule.NUMBER),
            Map.entry("weight_unit", Rule.oneOf("g", "kg", "lb", "oz")),
            Map.entry("created_at", Rule.TIME),
            Map.entry("updated_at", Rule.TIME)));

    private StockShapes() {}
}
