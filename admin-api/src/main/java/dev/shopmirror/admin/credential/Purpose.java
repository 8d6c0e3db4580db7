package dev.shopmirror.admin.credential;

/** What a call to Shopify is for, which decides for stores of which status it may be made; for a redacted one none may. */
public enum Purpose {
    /** Serving an active store. */
    SERVE,
    /** Showing and taking back what was set up, for a store that an operator has switched off too. */
    TAKE_BACK,
    /** Finding out how a store stands, whatever its status. */
    PROBE;

    boolean allows(String status) {
        return switch (this) {
            case SERVE -> status.equals("active");
            case TAKE_BACK -> status.equals("active") || status.equals("inactive");
            case PROBE -> !status.equals("redacted");
        };
    }
}
