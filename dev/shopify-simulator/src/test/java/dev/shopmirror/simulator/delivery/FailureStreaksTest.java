package dev.shopmirror.simulator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.courier.Delivery;
import dev.shopmirror.simulator.courier.ShopEvent;
import dev.shopmirror.simulator.courier.Target;
import dev.shopmirror.simulator.json.Json;

class FailureStreaksTest {

    private final FailureStreaks streaks = new FailureStreaks();

    @Test
    void eighthFailureOfOneDeliveryInARowEndsTheSubscription() {
        Run run = run(1);

        assertThat(IntStream.rangeClosed(1, 9).filter(attempt -> streaks.failed(run)))
                .containsExactly(8);
    }

    @Test
    void successOfAnotherDeliveryMeanwhileBreaksTheRow() {
        Run poison = run(1);
        IntStream.rangeClosed(1, 7).forEach(attempt -> streaks.failed(poison));

        streaks.succeeded(run(1));

        assertThat(streaks.failed(poison)).isFalse();
    }

    @Test
    void successOfAnotherSubscriptionBreaksNothing() {
        Run run = run(1);
        IntStream.rangeClosed(1, 7).forEach(attempt -> streaks.failed(run));

        streaks.succeeded(run(2));

        assertThat(streaks.failed(run)).isTrue();
    }

    @Test
    void failuresOfDifferentDeliveriesAreNotAddedUp() {
        assertThat(IntStream.rangeClosed(1, 100).mapToObj(number -> run(1))).noneMatch(streaks::failed);
    }

    private static Run run(long subscriptionId) {
        ShopEvent event = new ShopEvent("acme.myshopify.com", "products/update", "action", 1L, Instant.EPOCH);
        Target target = new Target(subscriptionId, URI.create("https://app.example.com"), "2026-10", null);
        return new Run(Delivery.of(event, target, Json.NODES.objectNode()), false);
    }
}
