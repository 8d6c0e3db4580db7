package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;

class CallMetricsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ShopCall CALL = ShopCall.rest("acme.myshopify.com", "webhook-list");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ShopCalls calls = new ShopCalls(
            new TestCalls.Rules(3, 2, Duration.ofMillis(1), Duration.ofSeconds(20)),
            new Notices(ShopifyEndpoint.of("http://127.0.0.1:1/{shop}", "2026-10")),
            registry);

    @Test
    void everyRequestIsCountedByItsResult() {
        AtomicInteger sent = new AtomicInteger();

        calls.make(CALL, () -> answer(sent.incrementAndGet() == 1 ? 502 : 200), (answer, meter) -> read(answer))
                .await()
                .atMost(PATIENCE);

        assertThat(requests("ok")).isOne();
        assertThat(requests("shopify_error")).isOne();
        assertThat(registry.get("shopmirror.shopify.wait")
                        .tag("api", "rest")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void deadShopIsSeenAndWhatWasNotSentToIt() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> calls.make(CALL, () -> answer(502), (answer, meter) -> read(answer))
                            .await()
                            .atMost(PATIENCE))
                    .isInstanceOf(ShopifyException.class);
        }

        assertThat(requests("shopify_error")).isEqualTo(2);
        assertThat(registry.get("shopmirror.shopify.breakers.open").gauge().value())
                .isOne();
        assertThat(registry.get("shopmirror.shopify.calls.refused")
                        .tags("api", "rest", "reason", "unreachable")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private long requests(String result) {
        return registry.get("shopmirror.shopify.calls")
                .tags("api", "rest", "operation", "webhook-list", "result", result)
                .timer()
                .count();
    }

    private static Uni<Answer> answer(int status) {
        return Uni.createFrom().item(new Answer(status, Map.of(), ""));
    }

    private static String read(Answer answer) {
        if (answer.isSuccess()) {
            return "read";
        }
        throw new ShopifyException(Reason.SHOPIFY_ERROR, "Shopify answered " + answer.status(), null);
    }
}
