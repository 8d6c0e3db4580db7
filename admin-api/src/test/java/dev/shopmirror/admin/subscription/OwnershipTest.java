package dev.shopmirror.admin.subscription;

import static dev.shopmirror.admin.subscription.FakeShop.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.destination.WebhookBaseUrl;

class OwnershipTest {

    private static final WebhookBaseUrl CURRENT = WebhookBaseUrl.of("https://now.example.com");
    private static final Ownership OWNERSHIP =
            Ownership.of(List.of(7L), List.of("https://then.example.com", "https://then.example.com/below"), CURRENT);

    @Test
    void recordedIdIsOursWhereverItDelivers() {
        assertThat(OWNERSHIP.owns(subscription(7, "orders/create", "https://elsewhere.example.com/hook")))
                .isTrue();
    }

    @Test
    void addressBelowTheCurrentBaseUrlIsOurs() {
        assertThat(OWNERSHIP.owns(subscription(8, "orders/create", CURRENT.addressOf("orders/create"))))
                .isTrue();
    }

    @Test
    void addressBelowARecordedBaseUrlIsOurs() {
        assertThat(OWNERSHIP.owns(subscription(
                        8, "orders/create", "https://then.example.com/api/shopify/webhooks/orders/create")))
                .isTrue();
    }

    @Test
    void everyOtherIsForeign() {
        assertThat(OWNERSHIP.owns(subscription(8, "products/update", "https://now.example.com.evil.example/x")))
                .isFalse();
        assertThat(OWNERSHIP.owns(subscription(9, "products/update", "https://now.example.com/another-app")))
                .isFalse();
    }

    @Test
    void closestBaseUrlIsTheOneItIsRecordedUnder() {
        assertThat(OWNERSHIP.baseUrlOf(subscription(
                        8, "orders/create", "https://then.example.com/below/api/shopify/webhooks/orders/create")))
                .hasValueSatisfying(url -> assertThat(url.value()).isEqualTo("https://then.example.com/below"));
    }
}
