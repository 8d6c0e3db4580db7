package dev.shopmirror.admin.shopify.call;

import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.quarkus.logging.Log;

/** Logs what Shopify says of its API beside the answer: that a call is deprecated, and that another version was served. */
final class Notices {

    private static final int MAX_TEXT = 300;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    private final String version;
    private final Supplier<Instant> clock;
    private final OnceADay onceADay = new OnceADay();

    /** @param version that is asked for */
    Notices(String version, Supplier<Instant> clock) {
        this.version = version;
        this.clock = clock;
    }

    /** By reason and not by shop: what is deprecated is so for all of them. */
    void heed(ShopCall call, Answer answer) {
        String reason = clean(answer.header("X-Shopify-API-Deprecated-Reason"));
        if (!reason.isEmpty() && onceADay.isDue("deprecated " + reason, clock.get())) {
            Log.warnf("Shopify calls a call deprecated. operation=%s reason=%s", call.operation(), reason);
        }
        String served = clean(answer.header("X-Shopify-API-Version"));
        if (!served.isEmpty() && !served.equals(version) && onceADay.isDue("served " + served, clock.get())) {
            Log.warnf(
                    "Shopify serves another API version than SHOPIFY_API_VERSION names. served=%s configured=%s",
                    served, version);
        }
    }

    private static String clean(String header) {
        String text =
                header == null ? "" : CONTROL.matcher(header).replaceAll(" ").strip();
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }
}
