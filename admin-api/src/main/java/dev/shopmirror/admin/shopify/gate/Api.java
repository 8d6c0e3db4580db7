package dev.shopmirror.admin.shopify.gate;

import java.util.Locale;

/** The parts of a shop that Shopify limits apart from each other. Source: "Shopify API limits", the standard plan. */
public enum Api {
    /** One point a call. */
    REST(40, 2),
    /** Points by the cost of the query. */
    GRAPHQL(1000, 50),
    /** Tokens. No limit is documented; the smallest there is does no harm. */
    OAUTH(40, 2);

    private final Usage assumed;

    Api(double capacity, double restoredPerSecond) {
        this.assumed = new Usage(0, capacity, restoredPerSecond, 0);
    }

    /** What holds until Shopify has told. */
    Usage assumed() {
        return assumed;
    }

    /** For logs and metrics. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
