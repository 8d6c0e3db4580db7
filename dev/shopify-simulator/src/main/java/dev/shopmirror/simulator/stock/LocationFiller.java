package dev.shopmirror.simulator.stock;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.json.Json;
import dev.shopmirror.simulator.resource.Gid;
import dev.shopmirror.simulator.resource.Layers;
import dev.shopmirror.simulator.resource.Moment;

/** A location as {@code locations/create} and {@code locations/update} show it. */
final class LocationFiller {

    private LocationFiller() {}

    static ObjectNode fill(long id, Layers layers, Moment moment) {
        ObjectNode location = Json.NODES.objectNode();
        location.put("id", id);
        location.set("name", layers.text("name", "Location " + id));
        location.set("address1", layers.text("address1", "34 Example Street"));
        location.set("address2", layers.text("address2", ""));
        location.set("city", layers.text("city", "Ottawa"));
        location.set("zip", layers.text("zip", "K1N 5T5"));
        location.set("province", layers.text("province", "Ontario"));
        location.set("country", layers.text("country", "CA"));
        location.set("phone", layers.text("phone", ""));
        location.set("created_at", layers.pick("created_at", moment::node));
        location.set("updated_at", layers.renew("updated_at", moment::node));
        location.set("country_code", layers.text("country_code", "CA"));
        location.set("country_name", layers.text("country_name", "Canada"));
        location.set("province_code", layers.text("province_code", "ON"));
        location.set("legacy", layers.pick("legacy", () -> Json.NODES.booleanNode(false)));
        location.set("active", layers.pick("active", () -> Json.NODES.booleanNode(true)));
        location.put("admin_graphql_api_id", Gid.of("Location", id));
        return location;
    }
}
