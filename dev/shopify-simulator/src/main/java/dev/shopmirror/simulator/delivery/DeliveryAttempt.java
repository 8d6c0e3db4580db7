package dev.shopmirror.simulator.delivery;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.shopmirror.simulator.courier.Answer;
import dev.shopmirror.simulator.courier.Delivery;

/**
 * One entry of the delivery log.
 *
 * @param subscriptionId 0 for addresses that no subscription stands for
 * @param attempt 1 for the first, up to 9; a duplicate has one attempt and no retries
 * @param duplicate sent a second time although nothing had failed
 * @param status null when no answer came
 * @param error null when one came
 * @param bodySha256 of the signed bytes, lower-case hex
 */
public record DeliveryAttempt(
        Instant startedAt,
        long durationMillis,
        String topic,
        URI address,
        long subscriptionId,
        String webhookId,
        String eventId,
        Instant triggeredAt,
        int attempt,
        boolean duplicate,
        @Nullable Integer status,
        @Nullable String error,
        String bodySha256) {

    static DeliveryAttempt of(Run run, Answer answer) {
        Delivery delivery = run.delivery;
        return new DeliveryAttempt(
                answer.startedAt(),
                answer.took().toMillis(),
                delivery.event().topic(),
                delivery.target().address(),
                delivery.target().subscriptionId(),
                delivery.webhookId(),
                delivery.event().eventId(),
                delivery.event().triggeredAt(),
                run.attempts,
                run.copy,
                answer.status(),
                answer.error(),
                delivery.bodySha256());
    }
}
