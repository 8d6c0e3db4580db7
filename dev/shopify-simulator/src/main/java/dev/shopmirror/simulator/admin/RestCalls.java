package dev.shopmirror.simulator.admin;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;

/** REST resources, within the limit, for a caller who may use them. */
final class RestCalls {

    Response answer(Shop shop, AdminPath path, Request request) {
        if (!shop.limits().takeCall()) {
            return AdminErrors.tooMany(shop.limits().limits().restPerSecond());
        }
        try {
            return resource(shop, path, request);
        } catch (InvalidBody e) {
            return AdminErrors.of(400, e.reason());
        }
    }

    private static Response resource(Shop shop, AdminPath path, Request request) {
        if (path.version().isEmpty()) {
            return request.method().equals("GET") && path.resource().equals("access_scopes.json")
                    ? accessScopes(shop.lifecycle().scopes())
                    : AdminErrors.of(404);
        }
        if (request.method().equals("GET") && path.resource().equals("shop.json")) {
            return Response.of(200, Json.wrap("shop", shop.lifecycle().shop()));
        }
        return new WebhookCalls(shop).answer(request, path.resource());
    }

    private static Response accessScopes(List<String> scopes) {
        ArrayNode handles = Json.NODES.arrayNode();
        scopes.forEach(scope -> handles.addObject().put("handle", scope));
        return Response.of(200, Json.wrap("access_scopes", handles));
    }
}
