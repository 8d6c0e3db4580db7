package dev.shopmirror.simulator.courier;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/** The headers of a delivery, as on real ones. */
final class DeliveryHeaders {

    private static final DateTimeFormatter TRIGGERED_AT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private DeliveryHeaders() {}

    static Map<String, String> of(Delivery delivery, HmacSigner signer) {
        ShopEvent event = delivery.event();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "gzip;q=1.0,deflate;q=0.6,identity;q=0.3");
        headers.put("User-Agent", "Shopify-Captain-Hook");
        headers.put("X-Shopify-Topic", event.topic());
        headers.put("X-Shopify-Hmac-Sha256", signer.sign(delivery.body()));
        headers.put("X-Shopify-Shop-Domain", event.shopDomain());
        headers.put("X-Shopify-API-Version", delivery.target().apiVersion());
        headers.put("X-Shopify-Webhook-Id", delivery.webhookId());
        headers.put("X-Shopify-Triggered-At", TRIGGERED_AT.format(event.triggeredAt()));
        headers.put("X-Shopify-Event-Id", event.eventId());
        if (delivery.target().name() != null) {
            headers.put("X-Shopify-Name", delivery.target().name());
        }
        if (event.productId() != null) {
            headers.put("X-Shopify-Product-Id", event.productId().toString());
        }
        delivery.headers()
                .forEach((name, value) ->
                        value.ifPresentOrElse(given -> headers.put(name, given), () -> headers.remove(name)));
        return headers;
    }
}
