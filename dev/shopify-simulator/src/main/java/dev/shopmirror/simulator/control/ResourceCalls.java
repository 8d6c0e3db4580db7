package dev.shopmirror.simulator.control;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;

/**
 * Resources with an id by the control API.
 *
 * @param name of one in JSON; a list adds an s
 */
record ResourceCalls(
        String name,
        Supplier<List<ObjectNode>> all,
        LongFunction<Optional<ObjectNode>> get,
        LongPredicate has,
        Put put,
        LongPredicate delete) {

    @FunctionalInterface
    interface Put {

        ObjectNode put(long id, ObjectNode given);
    }

    static ResourceCalls products(Shop shop) {
        return new ResourceCalls(
                "product", shop::products, shop::product, shop::hasProduct, shop::putProduct, shop::deleteProduct);
    }

    static ResourceCalls locations(Shop shop) {
        return new ResourceCalls(
                "location",
                shop::locations,
                shop::location,
                id -> shop.location(id).isPresent(),
                shop::putLocation,
                shop::deleteLocation);
    }

    static ResourceCalls inventoryItems(Shop shop) {
        return new ResourceCalls(
                "inventory_item",
                shop::inventoryItems,
                shop::inventoryItem,
                id -> shop.inventoryItem(id).isPresent(),
                shop::putInventoryItem,
                shop::deleteInventoryItem);
    }

    Response answer(Request request) {
        if (request.path().size() == 3) {
            return Response.of(200, ControlJson.list(name + 's', all.get()));
        }
        long id = id(request.path().get(3));
        return switch (request.method()) {
            case "PUT" -> put(id, request);
            case "DELETE" -> delete.test(id) ? Response.of(200, Json.NODES.objectNode()) : missing(id);
            default -> get.apply(id).map(found -> one(200, found)).orElseGet(() -> missing(id));
        };
    }

    private Response put(long id, Request request) {
        int status = has.test(id) ? 200 : 201;
        return one(status, put.put(id, request.objectOrNothing()));
    }

    private Response one(int status, ObjectNode resource) {
        return Response.of(status, Json.wrap(name, resource));
    }

    private Response missing(long id) {
        return ControlApi.error(404, "there is no " + words() + ' ' + id);
    }

    private long id(String text) {
        try {
            long id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // said below, together with zero and negative ones
        }
        throw new InvalidBody('"' + text + "\" is no " + words() + " id");
    }

    private String words() {
        return name.replace('_', ' ');
    }
}
