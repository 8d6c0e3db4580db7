package dev.shopmirror.ingest.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import dev.shopmirror.ingest.problem.Problem;
import dev.shopmirror.ingest.problem.ProblemException;
import dev.shopmirror.ingest.publishing.BytesInFlight;
import dev.shopmirror.ingest.publishing.EventPublisher;
import dev.shopmirror.ingest.publishing.NotPublishedException;

/** A delivery's way from the wire to Kafka. */
@Singleton
class Intake {

    private final Admission admission;
    private final EventPublisher publisher;
    private final BytesInFlight bytesInFlight;
    private final BodyLimits limits;
    private final Duration answerTimeout;
    private final DeliveryLog log;
    private final IntakeMetrics metrics;

    Intake(
            IntakeConfig config,
            Admission admission,
            EventPublisher publisher,
            BytesInFlight bytesInFlight,
            DeliveryLog log,
            IntakeMetrics metrics) {
        this.admission = admission;
        this.publisher = publisher;
        this.bytesInFlight = bytesInFlight;
        this.limits = new BodyLimits(Math.toIntExact(config.maxBodySize().asLongValue()), config.bodyTimeout());
        this.answerTimeout = config.answerTimeout();
        this.log = log;
        this.metrics = metrics;
    }

    /**
     * Completes when Kafka has the delivery; fails with the {@link ProblemException} to answer.
     *
     * @param eventLoop the request's own
     */
    Uni<Void> take(HttpServerRequest request, String pathTopic, ScheduledExecutorService eventLoop) {
        BytesInFlight.Hold hold = bytesInFlight.hold();
        return BodyReader.read(request, limits, hold, eventLoop)
                .map(body -> received(request, pathTopic, body))
                .chain(delivery -> publish(delivery, eventLoop))
                .onFailure(ProblemException.class)
                .invoke(refusal -> metrics.refused(((ProblemException) refusal).problem()))
                .onTermination()
                .invoke(hold::release);
    }

    private static Delivery received(HttpServerRequest request, String pathTopic, byte[] body) {
        return new Delivery(DeliveryHeaders.of(request.headers()), pathTopic, body, Instant.now());
    }

    private Uni<Void> publish(Delivery delivery, ScheduledExecutorService eventLoop) {
        AdmittedDelivery admitted = admission.admit(delivery);
        var event = admitted.toRecord();
        if (millisSince(delivery.receivedAt()) >= answerTimeout.toMillis()) {
            return Uni.createFrom().failure(notQueued(admitted, "This service took too long to check it"));
        }
        return publisher
                .publish(event)
                .emitOn(eventLoop)
                .ifNoItem()
                .after(answerTimeout)
                .on(eventLoop)
                .failWith(() -> notQueued(admitted, "No acknowledgement within " + answerTimeout.toMillis() + " ms"))
                .onFailure(NotPublishedException.class)
                .transform(failure -> notQueued(admitted, String.valueOf(failure.getMessage())))
                .invoke(() -> accepted(admitted));
    }

    private void accepted(AdmittedDelivery delivery) {
        metrics.accepted(delivery.secretName());
        log.accepted(delivery, millisSince(delivery.delivery().receivedAt()));
    }

    private ProblemException notQueued(AdmittedDelivery delivery, String reason) {
        log.notQueued(delivery, reason);
        return new ProblemException(
                Problem.NOT_QUEUED,
                "Kafka has not acknowledged the webhook in time. Send it again: duplicates are harmless");
    }

    private static long millisSince(Instant start) {
        return Duration.between(start, Instant.now()).toMillis();
    }
}
