package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.secret.Secret;
import dev.shopmirror.admin.shopify.ShopAccess;
import dev.shopmirror.admin.shopify.ShopifyException;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.shopify.oauth.Installation;
import dev.shopmirror.admin.shopify.oauth.Installations;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@TestProfile(ChosenAdapterTest.GraphQl.class)
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class ChosenAdapterTest {

    public static final class GraphQl implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("SHOPIFY_ADAPTER", "graphql");
        }
    }

    @Inject
    WebhookSubscriptions subscriptions;

    @Inject
    Installations installations;

    @Inject
    MeterRegistry registry;

    @Test
    void environmentChoosesTheAdapterOfTheRunningService() {
        Simulator.openShop("graphql.myshopify.com");
        Simulator.subscribe("graphql.myshopify.com", "products/update", "https://app.example.com/hooks");
        ShopAccess shop = new ShopAccess("graphql.myshopify.com", Secret.of(Simulator.ACCESS_TOKEN));

        assertThat(subscriptions.list(shop).await().atMost(Duration.ofSeconds(20)))
                .extracting(Subscription::topic)
                .containsExactly("products/update");
        assertThat(registry.get("shopmirror.shopify.calls")
                        .tags("operation", "webhook-list", "api", "graphql", "result", "ok")
                        .timer()
                        .count())
                .isOne();
        assertNoCallByRest();
    }

    @Test
    void credentialsAreCheckedByItToo() {
        Simulator.openShop("checked.myshopify.com");
        Simulator.scopes("checked.myshopify.com", "read_products");
        ShopAccess shop = new ShopAccess("checked.myshopify.com", Secret.of(Simulator.ACCESS_TOKEN));

        Installation found = installations.read(shop).await().atMost(Duration.ofSeconds(20));

        assertThat(found.shopId()).isPositive();
        assertThat(found.scopes()).containsExactly("read_products");
        assertThat(Simulator.calls("checked.myshopify.com", "graphql")).isOne();
        assertThat(Simulator.calls("checked.myshopify.com", "rest")).isZero();
        assertNoCallByRest();
    }

    @Test
    void tokenThatOpensNothingIsRefused() {
        ShopAccess shop = new ShopAccess("checked.myshopify.com", Secret.of("shpat_of_nobody"));

        assertThatThrownBy(() -> installations.read(shop).await().atMost(Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(ShopifyException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.TOKEN_REFUSED));
    }

    private void assertNoCallByRest() {
        assertThat(registry.find("shopmirror.shopify.calls").tag("api", "rest").timers())
                .isEmpty();
    }
}
