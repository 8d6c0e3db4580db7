package dev.shopmirror.event.fuzzing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/** Bends a valid body: first as JSON, so that most of it still makes sense, then, more rarely, as bytes. */
final class BodyMutator {

    private static final List<Charset> CHARSETS =
            List.of(ISO_8859_1, UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"));

    /** With room for another encoding: what is larger than any delivery may be never becomes one. */
    private static final int MAX_BYTES = 2_000_000;

    private static final List<String> TAILS =
            List.of(" ", "\n", "\u0000", "}", "{}", ",", " trailing", "\ufeff", "//", "null");

    private static final List<byte[]> BYTES = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xe2, (byte) 0x82},
            "\\u0000".getBytes(UTF_8),
            "\"".getBytes(UTF_8));

    private BodyMutator() {}

    static byte[] mutate(String valid, Choices choices) {
        JsonText body = JsonText.parse(valid);
        int changes = choices.below(5);
        for (int i = 0; i < changes; i++) {
            change(body, choices);
        }
        byte[] bytes = body.render().getBytes(UTF_8);
        if (bytes.length > MAX_BYTES) {
            return valid.getBytes(UTF_8);
        }
        return choices.oneIn(6) ? changeBytes(bytes, choices) : bytes;
    }

    private static void change(JsonText body, Choices choices) {
        JsonText container = choices.of(body.containers());
        List<JsonText> children = container.children();
        if (children.isEmpty()) {
            children.add(JsonText.literal(container.list() ? null : "\"id\"", Literals.any(choices)));
            return;
        }
        int at = choices.below(children.size());
        JsonText child = children.get(at);
        switch (choices.below(12)) {
            case 0 -> children.remove(at);
            case 1 -> children.set(at, JsonText.literal(child.name(), "null"));
            case 2 -> children.add(child);
            case 3 -> children.set(at, choices.of(children).named(child.name()));
            case 4 -> rename(container, at, choices);
            case 5 -> children.add(JsonText.literal(child.name(), Literals.any(choices)));
            case 6 -> repeat(body, children, child, choices);
            case 7 -> children.set(at, JsonText.literal(child.name(), Literals.text(choices)));
            default -> children.set(at, JsonText.literal(child.name(), Literals.any(choices)));
        }
    }

    private static void rename(JsonText container, int at, Choices choices) {
        if (!container.list()) {
            JsonText child = container.children().get(at);
            String other = choices.oneIn(2) ? choices.of(container.children()).name() : Literals.text(choices);
            container.children().set(at, child.named(other));
        }
    }

    /** Past the hundred that Shopify sends in full. Copies of copies would only take time. */
    private static void repeat(JsonText body, List<JsonText> children, JsonText child, Choices choices) {
        if (body.render().length() > 10_000) {
            return;
        }
        int copies = choices.of(List.of(1, 99, 100, 101));
        for (int i = 0; i < copies; i++) {
            children.add(child);
        }
    }

    private static byte[] changeBytes(byte[] bytes, Choices choices) {
        int at = choices.below(bytes.length + 1);
        return switch (choices.below(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> inserted(bytes, at, choices.of(BYTES));
            case 2 -> inserted(bytes, bytes.length, choices.of(TAILS).getBytes(UTF_8));
            case 3 -> new String(bytes, UTF_8).getBytes(choices.of(CHARSETS));
            case 4 ->
                inserted(
                        bytes,
                        0,
                        choices.of(List.of("\ufeff", " ", "\u0000", "[", "")).getBytes(UTF_8));
            default -> inserted(bytes, at, choices.bytes(16));
        };
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        byte[] longer = new byte[bytes.length + more.length];
        System.arraycopy(bytes, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
