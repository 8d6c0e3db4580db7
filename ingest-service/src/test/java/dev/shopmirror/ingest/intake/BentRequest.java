package dev.shopmirror.ingest.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;

import dev.shopmirror.event.fuzzing.BentDelivery;
import dev.shopmirror.event.fuzzing.Choices;
import dev.shopmirror.event.fuzzing.ShopifyTopics;

/**
 * A POST that began as one of Shopify's, as bytes on the wire.
 *
 * @param whole all of the body that the headers promise is there; what is not whole can only be given up
 * @param bent more than the body is
 */
record BentRequest(byte[] wire, byte[] body, boolean signed, boolean whole, boolean bent) {

    /** Nothing but the body is bent: it must be queued. */
    boolean mustBeQueued() {
        return signed && whole && !bent;
    }

    /** A head that is refused is refused at once: what is still being sent then may cost the sender the answer. */
    boolean mustBeAnswered() {
        return whole && !bent;
    }

    /** The case's own header, by which its record is found in Kafka. */
    static final String CASE = "X-Shopify-Fuzz-Case";

    private static final List<String> PATHS = List.of(
            "/api/shopify/webhooks/products/update",
            "/api/shopify/webhooks",
            "/api/shopify/webhooks/",
            "/api/shopify/webhooks//products//update//",
            "/api/shopify/webhooks/%00",
            "/api/shopify/webhooks/%ff%fe",
            "/api/shopify/webhooks/%",
            "/api/shopify/webhooks/%zz",
            "/api/shopify/webhooks/products%2fupdate;a=b?x=%00&y",
            "/api/shopify/webhooks/../webhooks/x",
            "/api/shopify/webhooks/\u00fc",
            "/api/shopify/webhooks/a b",
            "/api/shopify/webhooks/" + "x".repeat(3_000),
            "/api/shopify/webhooks/" + "x".repeat(9_000),
            "http://elsewhere.example/api/shopify/webhooks/products/update",
            "*",
            "");

    private static final List<String> LINES = List.of(
            "X-Shopify-Topic: ",
            "X-Shopify-Topic: " + "t".repeat(400),
            "shopify-topic: products/delete",
            "X-Shopify-Shop-Domain: evil.example",
            "shopify-shop-domain: \u00ff\u00fe",
            "X-Shopify-Hmac-Sha256: !!",
            "X-Shopify-Hmac-Sha256: ",
            "shopify-hmac-sha256: AAAA",
            "X-Shopify-Triggered-At: +999999999-12-31T23:59:59Z",
            "X-Shopify-Webhook-Id: \u0001",
            "X-Shopify-Webhook-Id: \u0000",
            "X-Shopify-Event-Id: \u0085\u2028",
            "X-Shopify-Event-Id: folded\r\n line",
            "X-Shopify-\u00fc: x",
            "X-Shopify-: x",
            "X Shopify Topic: x",
            ": x",
            "no colon",
            "Expect: 100-continue",
            "Expect: nonsense",
            "Content-Encoding: gzip",
            "Content-Type: multipart/form-data",
            "Content-Type: \u00ff",
            "Accept: ;;",
            "Upgrade: h2c\r\nHTTP2-Settings: x",
            "Upgrade: websocket",
            "Cookie: " + "c".repeat(5_000),
            "X-Shopify-Large: " + "v".repeat(30_000),
            "Host: a\r\nHost: b",
            "X-HTTP-Method-Override: DELETE",
            "Range: bytes=0-");

    private static final List<String> FALSE_LENGTHS = List.of(
            "Content-Length: -1",
            "Content-Length: +5",
            "Content-Length: x",
            "Content-Length: ",
            "Content-Length: 99999999999999999999",
            "Content-Length: 9223372036854775807",
            "Content-Length: 1000000",
            "Content-Length: 5, 5",
            "Content-Length: 1\r\nContent-Length: 2",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: chunked\r\nContent-Length: 3");

    static BentRequest next(String number, Choices choices) {
        String topic = ShopifyTopics.any(choices);
        byte[] body = BentDelivery.body(topic, choices);
        boolean signed = choices.oneIn(2);
        boolean whole = !choices.oneIn(6);
        boolean chunked = choices.oneIn(3);
        int bends = choices.oneIn(3) ? 0 : 1 + choices.below(3);
        String path = bends == 0 ? PATHS.get(0) : choices.of(PATHS);

        StringBuilder head =
                new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        line(head, CASE + ": " + number);
        for (int i = 0; i < bends; i++) {
            line(head, choices.of(LINES));
        }
        line(head, "X-Shopify-Shop-Domain: " + TestDelivery.SHOP);
        String secret = signed ? Signing.CLIENT : "a stranger's";
        line(head, "X-Shopify-Hmac-Sha256: " + Signing.sign(secret, body));
        if (!whole) {
            line(head, choices.of(FALSE_LENGTHS));
        } else if (chunked) {
            line(head, "Transfer-Encoding: chunked");
        } else {
            line(head, "Content-Length: " + body.length);
        }
        head.append("\r\n");
        byte[] wire = wire(head.toString().getBytes(ISO_8859_1), body, whole && chunked);
        return new BentRequest(wire, body, signed, whole, bends > 0);
    }

    /** For people. */
    String head() {
        String text = new String(wire, 0, Math.min(wire.length, 600), ISO_8859_1);
        return text.split("\r\n\r\n", 2)[0];
    }

    private static void line(StringBuilder head, String line) {
        head.append(line).append("\r\n");
    }

    private static byte[] wire(byte[] head, byte[] body, boolean chunked) {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        wire.writeBytes(head);
        if (!chunked) {
            wire.writeBytes(body);
            return wire.toByteArray();
        }
        if (body.length > 0) {
            wire.writeBytes((Integer.toHexString(body.length) + ";ext=1\r\n").getBytes(ISO_8859_1));
            wire.writeBytes(body);
            wire.writeBytes("\r\n".getBytes(ISO_8859_1));
        }
        wire.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
        return wire.toByteArray();
    }
}
