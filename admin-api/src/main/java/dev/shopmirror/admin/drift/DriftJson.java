package dev.shopmirror.admin.drift;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Drift as {@code store.drift} holds it: {@code [{"topic": …, "kind": …, "webhookId": …, "message": …}]}. */
final class DriftJson {

    private DriftJson() {}

    static JsonArray of(Drift drift) {
        JsonArray json = new JsonArray();
        drift.entries().forEach(entry -> json.add(of(entry)));
        return json;
    }

    private static JsonObject of(Drift.Entry entry) {
        JsonObject json = new JsonObject();
        putIfThere(json, "topic", entry.topic());
        json.put("kind", entry.kind().value());
        putIfThere(json, "webhookId", entry.webhookId());
        putIfThere(json, "message", entry.message());
        return json;
    }

    private static void putIfThere(JsonObject json, String name, Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
