package dev.shopmirror.localstack.runlocal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.shopmirror.simulator.courier.HmacSigner;

/**
 * A product update of the demo store, signed as Shopify signs it.
 *
 * @param title another one each time, so that the row is seen to change
 */
record SignedWebhook(String title, String body, Map<String, String> headers) {

    static final long PRODUCT = 788032119674292999L;
    static final String PATH = "/api/shopify/webhooks/products/update";

    static SignedWebhook of(String clientSecret) {
        String now = DateTimeFormatter.ISO_INSTANT.format(Instant.now().truncatedTo(ChronoUnit.SECONDS));
        String title = "Teapot of " + now.substring(11, 19);
        String body =
                "{\"id\":%d,\"title\":\"%s\",\"updated_at\":\"%s\",\"variants\":[{\"id\":%d,\"position\":1,\"price\":\"49.00\"}]}"
                        .formatted(PRODUCT, title, now, PRODUCT + 1);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Shopify-Topic", "products/update");
        headers.put("X-Shopify-Shop-Domain", DemoStore.DOMAIN);
        headers.put("X-Shopify-Hmac-Sha256", new HmacSigner(clientSecret).sign(body.getBytes(UTF_8)));
        return new SignedWebhook(title, body, headers);
    }

    /** Ready to paste into a shell. */
    String curl(String ingestUrl) {
        StringBuilder command = new StringBuilder("curl -i -X POST " + ingestUrl + PATH);
        headers.forEach((name, value) -> command.append(" \\\n    -H '%s: %s'".formatted(name, value)));
        return command + " \\\n    --data-binary '" + body + "'";
    }
}
