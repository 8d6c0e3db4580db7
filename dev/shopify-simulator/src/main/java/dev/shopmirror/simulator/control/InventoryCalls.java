package dev.shopmirror.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.catalogue.InventoryLevels;
import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;

/** Stock by the control API. */
record InventoryCalls(Shop shop) {

    Response answer(Request request) {
        return switch (request.method()) {
            case "PUT" -> Response.of(200, Json.wrap("inventory_level", shop.putInventoryLevel(request.object())));
            case "DELETE" -> disconnect(request);
            default -> Response.of(200, ControlJson.list("inventory_levels", shop.inventoryLevels()));
        };
    }

    private Response disconnect(Request request) {
        InventoryLevels.Key key =
                InventoryLevels.key(request.body().isEmpty() ? parameters(request) : request.object());
        return shop.disconnectInventoryLevel(key)
                ? Response.of(200, Json.NODES.objectNode())
                : ControlApi.error(404, "there is no such level: " + key.body());
    }

    /** The key in the query, for clients that send no body with DELETE. */
    private static ObjectNode parameters(Request request) {
        ObjectNode key = Json.NODES.objectNode();
        request.query().forEach((name, value) -> {
            try {
                key.put(name, Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw new InvalidBody(name + " must be an id (64-bit)");
            }
        });
        return key;
    }
}
