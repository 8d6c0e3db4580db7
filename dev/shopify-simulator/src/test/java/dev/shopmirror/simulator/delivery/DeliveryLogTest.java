package dev.shopmirror.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.courier.Answer;
import dev.shopmirror.simulator.courier.Delivery;
import dev.shopmirror.simulator.courier.ShopEvent;
import dev.shopmirror.simulator.courier.Target;

class DeliveryLogTest {

    private static final Answer OK = new Answer(Instant.EPOCH, Duration.ZERO, 200, null);

    private final DeliveryLog log = new DeliveryLog();
    private final Outcomes outcomes = new Outcomes();

    @Test
    void acknowledgementsOutliveTheLog() {
        for (int number = 0; number < 20_100; number++) {
            Run run = run("webhook-" + number);
            log.add(DeliveryAttempt.of(run, OK));
            outcomes.acknowledged(run);
        }

        assertThat(log.oldestFirst()).hasSize(20_000);
        assertThat(log.oldestFirst().get(0).webhookId()).isEqualTo("webhook-100");
        assertThat(outcomes.acknowledged()).hasSize(20_100).contains(new DeliveryKey("products/update", "webhook-0"));
    }

    @Test
    void lateAcknowledgementTakesAGivenUpDeliveryBack() {
        outcomes.givenUp(run("webhook-1"));
        outcomes.givenUp(run("webhook-2"));
        outcomes.acknowledged(run("webhook-1"));
        outcomes.givenUp(run("webhook-1"));

        assertThat(outcomes.givenUp()).containsExactly(new DeliveryKey("products/update", "webhook-2"));
    }

    private static Run run(String webhookId) {
        ShopEvent event = new ShopEvent("acme.myshopify.com", "products/update", "action", 1L, Instant.EPOCH);
        Target target = new Target(1, URI.create("https://app.example.com"), "2026-10", null);
        return new Run(new Delivery(event, target, webhookId, Map.of(), new byte[0]), false);
    }
}
