package dev.shopmirror.simulator.control;

import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.shopmirror.simulator.delivery.Backlog;
import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.delivery.DeliveryKey;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.json.Json;

/** What the control API shows of deliveries. */
final class ControlJson {

    private ControlJson() {}

    static ObjectNode list(String name, List<ObjectNode> elements) {
        return Json.wrap(name, Json.NODES.arrayNode().addAll(elements));
    }

    /** 202: the deliveries are on their way. */
    static Response sent(List<String> webhookIds) {
        return Response.of(202, Json.wrap("webhookIds", Json.texts(webhookIds)));
    }

    static ObjectNode keys(String name, Collection<DeliveryKey> keys) {
        ArrayNode list = Json.NODES.arrayNode();
        keys.forEach(key -> list.addObject().put("topic", key.topic()).put("webhookId", key.webhookId()));
        return Json.wrap(name, list);
    }

    static ObjectNode backlog(Backlog backlog) {
        return Json.NODES
                .objectNode()
                .put("settled", backlog.isSettled())
                .put("waiting", backlog.waiting())
                .put("inFlight", backlog.inFlight())
                .put("retrying", backlog.retrying());
    }

    static ObjectNode options(DeliveryOptions options) {
        return Json.NODES
                .objectNode()
                .put("duplicates", options.duplicates())
                .put("disorder", options.disorder())
                .put("minDelayMillis", options.minDelayMillis())
                .put("maxDelayMillis", options.maxDelayMillis())
                .put("seed", options.seed())
                .put("retryTimeScale", options.retryTimeScale())
                .put("paused", options.paused())
                .put("concurrency", options.concurrency());
    }

    static ObjectNode attempts(List<DeliveryAttempt> attempts) {
        ArrayNode list = Json.NODES.arrayNode();
        attempts.forEach(attempt -> list.add(attempt(attempt)));
        return Json.wrap("deliveries", list);
    }

    private static ObjectNode attempt(DeliveryAttempt attempt) {
        return Json.NODES
                .objectNode()
                .put("startedAt", attempt.startedAt().toString())
                .put("durationMillis", attempt.durationMillis())
                .put("topic", attempt.topic())
                .put("address", attempt.address().toString())
                .put("subscriptionId", attempt.subscriptionId())
                .put("webhookId", attempt.webhookId())
                .put("eventId", attempt.eventId())
                .put("triggeredAt", attempt.triggeredAt().toString())
                .put("attempt", attempt.attempt())
                .put("duplicate", attempt.duplicate())
                .put("status", attempt.status())
                .put("error", attempt.error())
                .put("bodySha256", attempt.bodySha256());
    }
}
