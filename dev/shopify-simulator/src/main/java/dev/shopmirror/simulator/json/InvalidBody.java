package dev.shopmirror.simulator.json;

/** A caller's body or parameter cannot be used. */
public final class InvalidBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason where and why, for the caller: {@code variants[0].price must be a decimal as a string} */
    public InvalidBody(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Where and why. */
    public String reason() {
        return reason;
    }
}
