package dev.shopmirror.admin.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL keeps them, so that an answer says what a later read will say. */
final class Moment {

    private Moment() {}

    static Instant now() {
        return of(Instant.now());
    }

    static Instant of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
