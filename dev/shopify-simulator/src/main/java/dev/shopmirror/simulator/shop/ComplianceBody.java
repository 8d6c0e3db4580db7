package dev.shopmirror.simulator.shop;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.IdSequence;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Rule;
import dev.shopmirror.simulator.resource.Shape;

/** Bodies of the compliance topics; see Shopify's page "Privacy law compliance". Always of this shop. */
record ComplianceBody(long shopId, String shopDomain, IdSequence ids) {

    private static final Shape SHAPE = new Shape(Map.of(
            "customer", Rule.OBJECT,
            "data_request", Rule.OBJECT,
            "orders_requested", Rule.IDS,
            "orders_to_redact", Rule.IDS));

    ObjectNode shop() {
        return Json.NODES.objectNode().put("shop_id", shopId).put("shop_domain", shopDomain);
    }

    ObjectNode dataRequest(ObjectNode given) {
        Layers layers = checked(given);
        ObjectNode body = shop();
        body.set("orders_requested", layers.pick("orders_requested", Json.NODES::arrayNode));
        body.set("customer", layers.pick("customer", this::customer));
        body.set("data_request", layers.pick("data_request", this::newRequest));
        return layers.withUnknownFields(body);
    }

    ObjectNode redact(ObjectNode given) {
        Layers layers = checked(given);
        ObjectNode body = shop();
        body.set("customer", layers.pick("customer", this::customer));
        body.set("orders_to_redact", layers.pick("orders_to_redact", Json.NODES::arrayNode));
        return layers.withUnknownFields(body);
    }

    private static Layers checked(ObjectNode given) {
        SHAPE.check("", given);
        return new Layers(given, null);
    }

    private ObjectNode newRequest() {
        return Json.NODES.objectNode().put("id", ids.next());
    }

    private ObjectNode customer() {
        return newRequest().put("email", "customer@example.com").put("phone", "555-555-0100");
    }
}
