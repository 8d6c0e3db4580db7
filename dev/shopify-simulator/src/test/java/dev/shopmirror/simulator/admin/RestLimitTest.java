package dev.shopmirror.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.limit.CallCounts;
import dev.shopmirror.simulator.shop.Shop;

class RestLimitTest {

    /** The bucket leaks so slowly that no test sees it. */
    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withRestLimit(0.001, 3));

    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    private final Caller app = new Caller(simulator, "shpat_acme");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void fullBucketIsA429ThatNamesTheWait() throws Exception {
        shop.limits().change(shop.limits().limits().withRest(2, 1));
        Caller.Answer answer = app.admin("GET", "webhooks.json", "");
        while (answer.status() == 200) {
            answer = app.admin("GET", "webhooks.json", "");
        }

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("2.0");
        assertThat(answer.json())
                .isEqualTo(Caller.json("{'errors':'Exceeded 2 calls per second for api client. Reduce request rates to"
                        + " resume uninterrupted service.'}"));
        assertThat(answer.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void callsTellHowFullTheBucketIs() throws Exception {
        assertThat(app.admin("GET", "webhooks.json", "").header("X-Shopify-Shop-Api-Call-Limit"))
                .isEqualTo("1/3");
        assertThat(app.admin("GET", "shop.json", "").header("X-Shopify-Shop-Api-Call-Limit"))
                .isEqualTo("2/3");
        app.admin("GET", "webhooks/count.json", "");

        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(429);
        assertThat(shop.calls()).isEqualTo(new CallCounts(4, 0, 0, 1, 0, 0));
    }

    @Test
    void graphqlTokensAndOtherShopsHaveBucketsOfTheirOwn() throws Exception {
        for (int call = 0; call < 4; call++) {
            app.admin("GET", "webhooks.json", "");
        }
        Shop other = simulator.addShop("other.myshopify.com", "shpat_acme");

        assertThat(app.graphql("{ shop { id } }").json().has("data")).isTrue();
        assertThat(app.token("{}").status()).isEqualTo(401);
        assertThat(app.call("GET", simulator.adminUrl(other.domain()) + "/admin/api/2026-10/webhooks.json", "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusedTokenCountsAsACallAndFillsNoBucket() throws Exception {
        Caller stranger = new Caller(simulator, "shpat_other");
        for (int call = 0; call < 5; call++) {
            assertThat(stranger.admin("GET", "webhooks.json", "").status()).isEqualTo(401);
        }

        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(200);
        assertThat(shop.calls().rest()).isEqualTo(6);
    }
}
