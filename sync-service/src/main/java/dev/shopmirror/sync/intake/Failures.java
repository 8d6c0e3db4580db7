package dev.shopmirror.sync.intake;

import io.vertx.pgclient.PgException;

/** Which failures lie in the data, and which in the moment. */
final class Failures {

    private Failures() {}

    /**
     * SQLSTATE class 22 (data exception) and 23 (constraint violation): the statement would fail again. Everything else
     * is waited out, for as long as it lasts.
     */
    static boolean isPoison(Throwable failure) {
        return failure instanceof PgException refused
                && refused.getSqlState() != null
                && (refused.getSqlState().startsWith("22")
                        || refused.getSqlState().startsWith("23"));
    }
}
