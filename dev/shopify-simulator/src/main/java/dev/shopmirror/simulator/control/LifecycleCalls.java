package dev.shopmirror.simulator.control;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.shop.Lifecycle;
import dev.shopmirror.simulator.shop.Shop;

/**
 * Installation, shop object and compliance by the control API.
 *
 * @param given the request's body, without {@code triggered_at}
 * @param lifecycle at the moment that {@code triggered_at} told
 */
record LifecycleCalls(Shop shop, ObjectNode given, Lifecycle lifecycle) {

    static LifecycleCalls of(Shop shop, ObjectNode body) {
        ObjectNode given = body.deepCopy();
        Lifecycle lifecycle =
                Fields.moment(body, "triggered_at").map(shop.lifecycle()::at).orElseGet(shop::lifecycle);
        given.remove("triggered_at");
        return new LifecycleCalls(shop, given, lifecycle);
    }

    Response uninstall() {
        return ControlJson.sent(lifecycle.uninstall());
    }

    /** Without a token a new one is made up. */
    Response reinstall() {
        String madeUp = "shpat_" + UUID.randomUUID().toString().replace("-", "");
        String token = Fields.text(given, "access_token").orElse(madeUp);
        lifecycle.install(token);
        return Response.of(200, Json.NODES.objectNode().put("access_token", token));
    }

    Response changeScopes() {
        List<String> scopes = new ArrayList<>();
        for (JsonNode scope : given.path("scopes")) {
            scopes.add(scope.asText());
        }
        if (!given.path("scopes").isArray()) {
            throw new InvalidBody("scopes must be a list of strings");
        }
        return ControlJson.sent(lifecycle.changeScopes(scopes));
    }

    Response changeShop() {
        lifecycle.change(given);
        return showShop();
    }

    Response showShop() {
        return Response.of(200, Json.wrap("shop", lifecycle.shop()));
    }

    Response redactShop() {
        return ControlJson.sent(lifecycle.redactShop());
    }

    Response requestCustomerData() {
        return ControlJson.sent(lifecycle.requestCustomerData(given));
    }

    Response redactCustomer() {
        return ControlJson.sent(lifecycle.redactCustomer(given));
    }

    Response changeComplianceAddress() {
        if (!given.has("address")) {
            throw new InvalidBody("address is missing");
        }
        shop.complianceAddress(Fields.address(given, "address").orElse(null));
        return showComplianceAddress();
    }

    Response showComplianceAddress() {
        String address = shop.complianceAddress().map(URI::toString).orElse(null);
        return Response.of(200, Json.NODES.objectNode().put("address", address));
    }
}
