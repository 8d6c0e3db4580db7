package dev.shopmirror.admin.shopify.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;

class NoticesTest {

    private static final ShopCall CALL = ShopCall.rest("acme.myshopify.com", "webhook-list");

    private Instant now = Instant.parse("2026-11-24T03:00:00Z");
    private final Notices notices = new Notices(ShopifyEndpoint.of("", "2026-10"), () -> now);

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
                .contains("Shopify serves API version 2027-01 and not 2026-10. Set SHOPIFY_API_VERSION"));
        assertThat(notices.servedVersion()).contains("2027-01");
        assertThat(notices.versionWarning()).isPresent();
    }

    @Test
    void endOfTheConfiguredVersionIsToldInGoodTime() {
        now = Instant.parse("2027-07-03T16:59:59Z");
        assertThat(linesOf(Map.of())).isEmpty();

        now = Instant.parse("2027-07-03T17:00:01Z");
        assertThat(linesOf(Map.of(), Map.of())).singleElement().satisfies(line -> assertThat(line)
                .contains("Shopify supports API version 2026-10 until 2027-10-01T17:00:00Z."));
        now = now.plus(Duration.ofDays(1));
        assertThat(linesOf(Map.of())).hasSize(1);
    }

    @Test
    void versionWithoutAnEndIsNotWarnedOf() {
        Notices unstable = new Notices(ShopifyEndpoint.of("", "unstable"), () -> now);

        assertThat(unstable.versionWarning()).isEmpty();
        assertThat(unstable.servedVersion()).isEmpty();
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
