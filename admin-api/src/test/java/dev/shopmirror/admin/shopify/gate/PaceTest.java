package dev.shopmirror.admin.shopify.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Many calls against a Shopify that refuses whatever is above its limit, on ways of changing length. */
class PaceTest {

    private static final double SECOND = 1e9;

    private final Traffic traffic = new Traffic(Traffic.limits(64, 4));
    private final Map<String, Double> levels = new HashMap<>();
    private final Map<String, Long> asOf = new HashMap<>();
    private final Random random = new Random(7);
    private int served;
    private int refusals;
    private long lastAt;

    @Test
    void sixtyCallsToOneShopTakeLittleLongerThanItsLimitAllows() {
        for (int i = 0; i < 60; i++) {
            call("a.myshopify.com");
        }
        traffic.pass(Duration.ofSeconds(30));

        assertThat(served).isEqualTo(60);
        assertThat(refusals).isZero();
        assertThat(lastAt / SECOND).isBetween(10.0, 12.0);
    }

    @Test
    void fiftyShopsAreNoSlowerThanOne() {
        for (int i = 0; i < 50; i++) {
            for (int calls = 0; calls < 60; calls++) {
                call("shop-" + i + ".myshopify.com");
            }
        }
        traffic.pass(Duration.ofSeconds(30));

        assertThat(served).isEqualTo(3000);
        assertThat(refusals).isZero();
        assertThat(lastAt / SECOND).isBetween(10.0, 12.0);
    }

    private void call(String shop) {
        Ticket[] self = new Ticket[1];
        self[0] = new Ticket(
                shop, Api.REST, 1, traffic.gates().nextPlace(), () -> travel(self[0], shop), why -> refusals++);
        traffic.gates().enter(self[0], false);
    }

    /** 20 to 150 ms there, as long back. */
    private void travel(Ticket ticket, String shop) {
        traffic.in((long) (SECOND * (0.02 + random.nextDouble() * 0.13)), () -> arrive(ticket, shop));
    }

    private void arrive(Ticket ticket, String shop) {
        double drained = (traffic.now() - asOf.getOrDefault(shop, traffic.now())) / SECOND * 2;
        double level = Math.max(levels.getOrDefault(shop, 0.0) - drained, 0) + 1;
        asOf.put(shop, traffic.now());
        levels.put(shop, Math.min(level, 40));
        if (level > 40) {
            refusals++;
        }
        served++;
        lastAt = traffic.now();
        Usage usage = new Usage(Math.ceil(Math.min(level, 40)), 40, 2, 1);
        traffic.in((long) (SECOND * (0.02 + random.nextDouble() * 0.13)), () -> comeBack(ticket, usage));
    }

    private void comeBack(Ticket ticket, Usage usage) {
        traffic.gates().learn(ticket, usage);
        traffic.gates().settle(ticket, new Outcome.Answered());
    }
}
