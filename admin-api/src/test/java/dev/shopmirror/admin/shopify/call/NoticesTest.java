package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.LogRecorder;

class NoticesTest {

    private static final ShopCall CALL = ShopCall.rest("acme.myshopify.com", "webhook-list");

    private Instant now = Instant.parse("2026-11-24T03:00:00Z");
    private final Notices notices = new Notices("2026-10", () -> now);

    @Test
    void deprecationIsToldOnceADay() {
        Map<String, String> headers = Map.of("X-Shopify-API-Deprecated-Reason", "https://shopify.dev/a\r\nforged");

        assertThat(linesOf(headers, headers)).singleElement().satisfies(line -> assertThat(line)
                .contains("operation=webhook-list reason=https://shopify.dev/a forged")
                .doesNotContain("\nforged"));

        now = now.plus(Duration.ofDays(1));
        assertThat(linesOf(headers)).hasSize(1);
    }

    @Test
    void eachReasonIsToldForItself() {
        assertThat(linesOf(
                        Map.of("X-Shopify-API-Deprecated-Reason", "a"), Map.of("X-Shopify-API-Deprecated-Reason", "b")))
                .hasSize(2);
    }

    @Test
    void otherVersionThanTheConfiguredOneIsTold() {
        Map<String, String> headers = Map.of("X-Shopify-API-Version", "2027-01");

        assertThat(linesOf(headers, headers)).singleElement().satisfies(line -> assertThat(line)
                .contains("served=2027-01 configured=2026-10"));
    }

    @Test
    void askedForVersionIsNoNews() {
        assertThat(linesOf(Map.of("X-Shopify-API-Version", "2026-10"), Map.of()))
                .isEmpty();
    }

    @Test
    void memoryOfWhatWasSaidIsBounded() {
        OnceADay onceADay = new OnceADay();
        for (int i = 0; i < 101; i++) {
            assertThat(onceADay.isDue("reason " + i, now)).isTrue();
        }

        assertThat(onceADay.isDue("reason 100", now)).isFalse();
        assertThat(onceADay.isDue("reason 0", now)).isTrue();
    }

    @SafeVarargs
    private List<String> linesOf(Map<String, String>... answers) {
        try (LogRecorder log = LogRecorder.open()) {
            for (Map<String, String> headers : answers) {
                notices.heed(CALL, new Answer(200, headers, ""));
            }
            return List.copyOf(log.lines());
        }
    }
}
