package dev.shopmirror.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;

/** Products by the control API. */
record ProductCalls(Shop shop) {

    Response answer(Request request) {
        if (request.path().size() == 3) {
            return Response.of(200, ControlJson.list("products", shop.products()));
        }
        long id = id(request.path().get(3));
        return switch (request.method()) {
            case "PUT" -> put(id, request);
            case "DELETE" -> shop.deleteProduct(id) ? Response.of(200, Json.NODES.objectNode()) : missing(id);
            default -> shop.product(id).map(product -> product(200, product)).orElseGet(() -> missing(id));
        };
    }

    private Response put(long id, Request request) {
        ObjectNode given = request.body().isEmpty() ? Json.NODES.objectNode() : request.object();
        int status = shop.hasProduct(id) ? 200 : 201;
        return product(status, shop.putProduct(id, given));
    }

    private static Response product(int status, ObjectNode product) {
        return Response.of(status, Json.wrap("product", product));
    }

    private static Response missing(long id) {
        return ControlApi.error(404, "there is no product " + id);
    }

    private static long id(String text) {
        try {
            long id = Long.parseLong(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // said below, together with zero and negative ones
        }
        throw new InvalidBody("\"" + text + "\" is no product id");
    }
}
