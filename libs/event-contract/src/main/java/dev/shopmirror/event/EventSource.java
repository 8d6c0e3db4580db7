package dev.shopmirror.event;

import java.util.Locale;

/** Where an event comes from. Written to Kafka in lower case. */
public enum EventSource {
    /** Shopify delivered it. */
    WEBHOOK,
    /** An operator had it processed again. */
    REPLAY,
    /** Read from Shopify's Admin API and published in the shape of a webhook. */
    BACKFILL;

    public String headerValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An unknown or absent value is a webhook: the one source that claims nothing. */
    static EventSource fromHeader(String value) {
        for (EventSource source : values()) {
            if (source.headerValue().equals(value)) {
                return source;
            }
        }
        return WEBHOOK;
    }
}
