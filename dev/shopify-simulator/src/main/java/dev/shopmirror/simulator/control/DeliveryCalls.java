package dev.shopmirror.simulator.control;

import java.util.List;

import dev.shopmirror.simulator.delivery.DeliveryAttempt;
import dev.shopmirror.simulator.delivery.DeliveryOptions;
import dev.shopmirror.simulator.http.Request;
import dev.shopmirror.simulator.http.Response;
import dev.shopmirror.simulator.shop.Shop;

/** Deliveries by the control API. */
record DeliveryCalls(Shop shop) {

    /** Filtered by {@code topic} and {@code webhookId}, if given. */
    Response log(Request request) {
        List<DeliveryAttempt> attempts = shop.deliveries().stream()
                .filter(attempt ->
                        request.parameter("topic").map(attempt.topic()::equals).orElse(true))
                .filter(attempt -> request.parameter("webhookId")
                        .map(attempt.webhookId()::equals)
                        .orElse(true))
                .toList();
        return Response.of(200, ControlJson.attempts(attempts));
    }

    /** Any bytes under any topic, correctly signed. */
    Response send(Request request) {
        return ControlJson.sent(shop.send(new RawDeliveryBody(request.object()).delivery()));
    }

    Response changeOptions(Request request) {
        DeliveryOptions changed = new OptionsBody(request.object()).change(shop.deliveryOptions());
        shop.deliveryOptions(changed);
        return Response.of(200, ControlJson.options(changed));
    }
}
