package dev.shopmirror.event.fuzzing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

import dev.shopmirror.event.EventHeaders;

/**
 * A delivery that began as one of Shopify's.
 *
 * @param headers record headers, in their order; names may stand twice, values may be null
 * @param body null in a record that has none
 */
public record BentDelivery(String topic, List<Header> headers, byte[] body) {

    private static final List<String> TIMESTAMPS = List.of(
            "2026-03-01T12:00:00.000000Z",
            "2026-03-01T12:00:00.912552336Z",
            "2026-03-01T12:00:00Z",
            "2026-03-01T07:00:00-05:00",
            "",
            "soon",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00+18:00",
            "9999-12-31T23:59:59-18:00",
            "9999-12-31T23:59:59.999999999Z",
            "+999999999-12-31T23:59:59.999999999-18:00",
            "-999999999-01-01T00:00:00+18:00");

    private static final List<byte[]> VALUES = List.of(
            new byte[0],
            new byte[] {0},
            new byte[] {0, 0, 0},
            " ".getBytes(UTF_8),
            "true".getBytes(UTF_8),
            "backfill".getBytes(UTF_8),
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            "\u20ac".repeat(255).getBytes(UTF_8),
            "\ud83d\ude00".repeat(128).getBytes(UTF_8),
            "x".repeat(300).getBytes(UTF_8),
            "'; DROP TABLE store; --\r\n".getBytes(UTF_8));

    /** One header of a record. */
    public record Header(String name, byte[] value) {}

    /** @param shopDomain whose it is, unless that is bent too */
    public static BentDelivery next(String shopDomain, String webhookId, Choices choices) {
        String topic = ShopifyTopics.any(choices);
        byte[] body = choices.oneIn(60) ? null : body(topic, choices);
        return new BentDelivery(topic, headers(shopDomain, topic, webhookId, choices), body);
    }

    /** Only the body is bent. */
    public static byte[] body(String topic, Choices choices) {
        return BodyMutator.mutate(Bodies.any(topic, choices), choices);
    }

    private static List<Header> headers(String shopDomain, String topic, String webhookId, Choices choices) {
        List<Header> headers = new ArrayList<>(List.of(
                header(EventHeaders.SHOP_DOMAIN, shopDomain),
                header(EventHeaders.TOPIC, topic),
                header(EventHeaders.WEBHOOK_ID, webhookId),
                header(EventHeaders.EVENT_ID, "59d6d79c-595f-4e7e-bc6f-72f5c3d0c66f"),
                header(EventHeaders.API_VERSION, "2026-10"),
                header(EventHeaders.TRIGGERED_AT, choices.of(TIMESTAMPS)),
                header(EventHeaders.RECEIVED_AT, "2026-03-01T12:00:01.5Z"),
                header(EventHeaders.SOURCE, choices.of(List.of("webhook", "webhook", "replay", "backfill")))));
        int changes = choices.oneIn(3) ? 1 + choices.below(3) : 0;
        for (int i = 0; i < changes; i++) {
            change(headers, choices);
        }
        return headers;
    }

    private static void change(List<Header> headers, Choices choices) {
        int at = choices.below(headers.size());
        String name = headers.get(at).name();
        switch (choices.below(6)) {
            case 0 -> headers.set(at, new Header(name, null));
            case 1 -> headers.add(new Header(name, choices.of(VALUES)));
            case 2 -> headers.add(header(EventHeaders.TEST, choices.of(List.of("true", "TRUE", "false", ""))));
            case 3 -> headers.set(at, header(name, choices.of(TIMESTAMPS)));
            default -> headers.set(at, new Header(name, choices.of(VALUES)));
        }
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(UTF_8));
    }
}
