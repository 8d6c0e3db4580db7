package dev.shopmirror.admin.kafka;

import java.time.Instant;

/**
 * A record that was put aside, by where it came from.
 *
 * @param settledAt when the database wrote so; the copy was made within moments of it
 */
public record DeadLetter(RecordPosition origin, Instant settledAt) {}
