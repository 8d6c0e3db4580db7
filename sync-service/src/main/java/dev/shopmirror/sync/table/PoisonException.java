package dev.shopmirror.sync.table;

/** A record that can never be applied, whatever the state of the database. */
public final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PoisonReason reason;

    public PoisonException(PoisonReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public PoisonReason reason() {
        return reason;
    }
}
