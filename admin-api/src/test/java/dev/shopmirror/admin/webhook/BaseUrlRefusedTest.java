package dev.shopmirror.admin.webhook;

import static dev.shopmirror.admin.webhook.WebhookCalls.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

/** Plain localhost is for a Shopify on this machine alone. */
@QuarkusTest
@TestProfile(BaseUrlRefusedTest.ShopifyItself.class)
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class BaseUrlRefusedTest {

    public static final class ShopifyItself implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopify.admin-url", "https://{shop}", "webhook.base-url", "http://localhost:3001");
        }
    }

    @Inject
    MeterRegistry registry;

    @Test
    void registrationIsRefusedBeforeShopifyIsAsked() {
        String shop = TestStores.newDomain();
        String store = TestStores.register(shop);

        register(store)
                .statusCode(409)
                .body("code", equalTo("base-url-refused"))
                .body("detail", containsString("set WEBHOOK_BASE_URL to the public https address"));

        assertThat(Simulator.calls(shop, "total")).isZero();
        assertThat(registry.find("shopmirror.shopify.calls").timers()).isEmpty();
    }
}
