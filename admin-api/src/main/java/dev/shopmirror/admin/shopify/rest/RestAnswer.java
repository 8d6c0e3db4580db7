package dev.shopmirror.admin.shopify.rest;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.shopmirror.admin.shopify.ShopifyErrors;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.call.Answer;
import dev.shopmirror.admin.shopify.gate.Usage;

/** Reads what every answer of the REST Admin API has: the shop's limit, and a refusal in place of a body. */
record RestAnswer(ObjectMapper mapper) {

    private static final String CALL_LIMIT = "X-Shopify-Shop-Api-Call-Limit";
    private static final Pattern USED_OF_ALL = Pattern.compile("(\\d{1,6})/(\\d{1,6})");
    /** 40 points drain by 2 a second, 80 by 4, 400 by 20. Source: "Shopify API limits". */
    private static final double SECONDS_TO_DRAIN = 20;

    private static final double SLOWEST = 2;

    String body(Answer answer, Consumer<Usage> meter) {
        Matcher limit = USED_OF_ALL.matcher(String.valueOf(answer.header(CALL_LIMIT)));
        if (limit.matches()) {
            meter.accept(usage(Integer.parseInt(limit.group(1)), Integer.parseInt(limit.group(2))));
        }
        if (answer.isSuccess()) {
            return answer.body();
        }
        ShopifyErrors errors = ShopifyErrors.read(answer.status(), answer.body(), mapper);
        throw new ShopifyException(errors.reason(), errors.text(), answer.requestId());
    }

    /** Of one subscription, 404 says that it is gone; of a list, that the shop is. */
    String bodyOfOne(Answer answer, Consumer<Usage> meter) {
        if (answer.status() == 404) {
            throw new ShopifyException(Reason.NOT_FOUND, "Shopify has no such subscription", answer.requestId());
        }
        return body(answer, meter);
    }

    private static Usage usage(int used, int capacity) {
        return new Usage(used, capacity, Math.max(capacity / SECONDS_TO_DRAIN, SLOWEST), 1);
    }
}
