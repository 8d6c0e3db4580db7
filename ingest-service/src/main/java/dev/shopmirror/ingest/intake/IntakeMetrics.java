package dev.shopmirror.ingest.intake;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import dev.shopmirror.ingest.problem.Problem;
import dev.shopmirror.ingest.signature.SignatureVerifier;

/**
 * Deliveries by outcome and, where accepted, by the secret they were signed with, so that a rotation can be watched. No
 * tag holds what a sender chose.
 */
@Singleton
class IntakeMetrics {

    private static final String NO_SECRET = "none";

    private final Map<Problem, Counter> refused = new EnumMap<>(Problem.class);
    private final Map<String, Counter> accepted = new HashMap<>();
    private final Meter.MeterProvider<Counter> deliveries;

    /** Every count starts at zero, so that the first refusal is already a rise. */
    IntakeMetrics(MeterRegistry meters, SignatureVerifier verifier) {
        this.deliveries = Counter.builder("shopmirror.ingest.deliveries")
                .description("POSTs to the webhook endpoint by outcome, and by the secret that matched")
                .withRegistry(meters);
        for (Problem problem : Problem.values()) {
            refused.put(problem, counter(problem.name().toLowerCase(Locale.ROOT), NO_SECRET));
        }
        for (String secretName : verifier.secretNames()) {
            accepted.put(secretName, counter("accepted", secretName));
        }
    }

    void accepted(String secretName) {
        requireNonNull(accepted.get(secretName)).increment();
    }

    void refused(Problem problem) {
        requireNonNull(refused.get(problem)).increment();
    }

    private Counter counter(String outcome, String secretName) {
        return deliveries.withTags("outcome", outcome, "secret", secretName);
    }
}
