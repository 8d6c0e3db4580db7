package dev.shopmirror.simulator.control;

import java.util.function.Function;

import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Shop;
import dev.shopmirror.simulator.shop.Shops;

/** {@code /_control/{shop}/…}. The shop is made at its first mention; errors are {@code {"error": "what is wrong"}}. */
public final class ControlApi implements Function<Request, Response> {

    /** The first segment of its paths; no shop can have this name. */
    public static final String ROOT = "_control";

    private final Shops shops;

    /** @param shops those to control */
    public ControlApi(Shops shops) {
        this.shops = shops;
    }

    @Override
    public Response apply(Request request) {
        if (request.is("DELETE", 2)) {
            return shops.remove(request.path().get(1))
                    ? Response.of(200, Json.NODES.objectNode())
                    : error(404, "there is no shop " + request.path().get(1));
        }
        if (request.path().size() < 3) {
            return error(404, "use /_control/{shop}/products and the like");
        }
        try {
            return answer(shops.get(request.path().get(1)), request);
        } catch (InvalidBody e) {
            return error(400, e.reason());
        }
    }

    /** By path and method; the resources first, then the rest of the truth, then what is delivered of it. */
    private static Response answer(Shop shop, Request request) {
        boolean ofOne = request.path().size() == 4;
        String call = request.method() + ' ' + request.path().get(2) + (ofOne ? "/{id}" : "");
        return switch (request.path().size() <= 4 ? call : "") {
            case "GET products", "GET products/{id}", "PUT products/{id}", "DELETE products/{id}" ->
                ResourceCalls.products(shop).answer(request);
            case "GET locations", "GET locations/{id}", "PUT locations/{id}", "DELETE locations/{id}" ->
                ResourceCalls.locations(shop).answer(request);
            case "GET inventory-items",
                    "GET inventory-items/{id}",
                    "PUT inventory-items/{id}",
                    "DELETE inventory-items/{id}" ->
                ResourceCalls.inventoryItems(shop).answer(request);
            case "GET inventory-levels", "PUT inventory-levels", "DELETE inventory-levels" ->
                new InventoryCalls(shop).answer(request);
            case "GET admin-calls" -> adminSide(shop, request).showCalls();
            case "GET admin-faults" -> adminSide(shop, request).showFaults();
            case "PUT admin-faults" -> adminSide(shop, request).changeFaults();
            case "DELETE admin-faults" -> adminSide(shop, request).clearFaults();
            case "GET admin-limits" -> adminSide(shop, request).showLimits();
            case "PUT admin-limits" -> adminSide(shop, request).changeLimits();
            case "POST tokens" -> adminSide(shop, request).issueTokens();
            case "POST expire-access-tokens" -> adminSide(shop, request).expireAccessTokens();
            case "GET token-rules" -> adminSide(shop, request).showTokenRules();
            case "PUT token-rules" -> adminSide(shop, request).changeTokenRules();
            case "GET shop" -> lifecycle(shop, request).showShop();
            case "PUT shop" -> lifecycle(shop, request).changeShop();
            case "PUT scopes" -> lifecycle(shop, request).changeScopes();
            case "POST uninstall" -> lifecycle(shop, request).uninstall();
            case "POST reinstall" -> lifecycle(shop, request).reinstall();
            case "POST shop-redact" -> lifecycle(shop, request).redactShop();
            case "POST customers-data-request" -> lifecycle(shop, request).requestCustomerData();
            case "POST customers-redact" -> lifecycle(shop, request).redactCustomer();
            case "GET compliance-address" -> lifecycle(shop, request).showComplianceAddress();
            case "PUT compliance-address" -> lifecycle(shop, request).changeComplianceAddress();
            case "POST deliveries" -> new DeliveryCalls(shop).send(request);
            case "GET acknowledged" -> Response.of(200, ControlJson.keys("acknowledged", shop.acknowledged()));
            case "GET given-up" -> Response.of(200, ControlJson.keys("givenUp", shop.givenUp()));
            case "GET deliveries" -> new DeliveryCalls(shop).log(request);
            case "GET delivery-options" -> Response.of(200, ControlJson.options(shop.deliveryOptions()));
            case "PUT delivery-options" -> new DeliveryCalls(shop).changeOptions(request);
            case "GET settled" -> Response.of(200, ControlJson.backlog(shop.backlog()));
            default -> error(404, "there is no " + request.method() + " /" + String.join("/", request.path()));
        };
    }

    private static LifecycleCalls lifecycle(Shop shop, Request request) {
        return LifecycleCalls.of(shop, request.objectOrNothing());
    }

    private static AdminSideCalls adminSide(Shop shop, Request request) {
        return new AdminSideCalls(shop, request.objectOrNothing());
    }

    static Response error(int status, String words) {
        return Response.of(status, Json.wrap("error", Json.NODES.textNode(words)));
    }
}
