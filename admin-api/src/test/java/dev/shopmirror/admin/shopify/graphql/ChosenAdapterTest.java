package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.shopmirror.admin.shopify.Subscription;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
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
                        .tags("api", "graphql", "result", "ok")
                        .timer()
                        .count())
                .isOne();
        assertThat(registry.find("shopmirror.shopify.calls").tag("api", "rest").timers())
                .isEmpty();
    }
}
