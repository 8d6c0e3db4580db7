package dev.shopmirror.event.fuzzing;

import java.util.List;

/** Values that readers trip over, as they stand in JSON. */
final class Literals {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-0",
            "-1",
            "1.5",
            "100.00",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "99999999999999999999999999",
            "1e999999",
            "-1e999999",
            "1e-999999",
            "1e2147483647",
            "1e2147483648",
            "1e99999999999999999999",
            "0e999999999",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "0x10",
            "[]",
            "{}",
            "[null]",
            "[{}]",
            "[[]]",
            "{\"id\":null}",
            "[1,\"2\",null,{\"id\":3}]",
            "[{\"id\":1},{\"id\":1}]",
            "[{\"admin_graphql_api_id\":\"gid://shopify/ProductVariant/7\"},{\"admin_graphql_api_id\":7}]",
            "'single'",
            "undefined");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\\u0000",
            "a\\u0000b",
            "\\\\u0000",
            "\\ud800",
            "\\udc00\\ud83d",
            "\ud83d\ude00",
            "\\uFFFF",
            "\u0000",
            "\t",
            "\\x41",
            "\\u12",
            "42",
            "-1",
            "9223372036854775808",
            "19.99",
            "1e5",
            "1e100",
            "1e-101",
            "1e999999999",
            "1e99999999999",
            "NaN",
            "0x1p3",
            "1_000",
            "\u0663.\u0665",
            " 1",
            "2026-03-01T09:00:00-05:00",
            "2026-03-01T14:00:00Z",
            "2026-03-01T14:00:00.123456789Z",
            "2026-03-01",
            "2026-02-30T00:00:00Z",
            "2016-12-31T23:59:60Z",
            "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00+18:00",
            "-0001-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "+10000-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59-18:00",
            "-999999999-01-01T00:00:00+18:00",
            "infinity",
            "gid://shopify/ProductVariant/",
            "gid://shopify/ProductVariant/42?x=1",
            "gid://shopify/ProductVariant/-42",
            "gid://shopify/ProductVariant/99999999999999999999",
            "gid://shopify/Shop/548380009",
            "a, b,c,, ,d",
            "acme.myshopify.com",
            "ACME.myshopify.com");

    private static final List<Integer> LENGTHS = List.of(150, 256, 1_001, 5_000, 50_001);

    private static final List<Integer> DEPTHS = List.of(30, 90, 101, 998, 5_000);

    private Literals() {}

    static String any(Choices choices) {
        return switch (choices.below(8)) {
            case 0, 1, 2 -> choices.of(VALUES);
            case 3, 4, 5 -> text(choices);
            case 6 ->
                '"'
                        + choices.of(List.of("9", "x", "\\u0000", "\u20ac", "\\ud800"))
                                .repeat(choices.of(LENGTHS))
                        + '"';
            default -> large(choices);
        };
    }

    static String text(Choices choices) {
        return '"' + choices.of(TEXTS) + '"';
    }

    private static String large(Choices choices) {
        int depth = choices.of(DEPTHS);
        return switch (choices.below(4)) {
            case 0 -> "9".repeat(depth);
            case 1 -> "[".repeat(depth) + "]".repeat(depth);
            case 2 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            default -> "[" + "{\"id\":1},".repeat(depth) + "{\"id\":2}]";
        };
    }
}
