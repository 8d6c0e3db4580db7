package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.simulator.json.InvalidBody;
import dev.shopmirror.simulator.shop.Shop;

class ShopLifecycleTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant LONG_AGO = Instant.parse("2020-02-02T02:02:02.020202Z");

    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true));
    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_first");
    private final Caller app = new Caller(simulator, "shpat_first");
    private Sink sink;

    @BeforeEach
    void open() throws Exception {
        sink = Sink.answering(200);
    }

    @AfterEach
    void close() {
        simulator.close();
        sink.close();
    }

    @Test
    void uninstallIsToldThenEndsSubscriptionsAndToken() throws Exception {
        subscribe("app/uninstalled");
        subscribe("products/create");

        List<String> sent = shop.lifecycle().uninstall();

        Sink.Received told = onlyOne("app/uninstalled");
        assertThat(sent).containsExactly(told.webhookId());
        assertThat(json(told.body()).path("id").longValue()).isEqualTo(shop.shopId());
        assertThat(shop.subscriptions().all()).isEmpty();
        assertThat(shop.lifecycle().isInstalled()).isFalse();
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(401);
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> shop.lifecycle().uninstall())
                .withMessage("the app is not installed");
    }

    @Test
    void reinstallOpensByTheNewTokenAndBringsNoSubscriptionBack() throws Exception {
        subscribe("products/create");
        shop.lifecycle().uninstall();

        shop.lifecycle().install("shpat_second");

        Caller again = new Caller(simulator, "shpat_second");
        assertThat(again.admin("GET", "webhooks/count.json", "").json()).isEqualTo(json("{'count':0}"));
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(401);
    }

    @Test
    void uninstallOfBeforeTheReinstallIsOnlyAnEventComeLate() throws Exception {
        shop.lifecycle().uninstall();
        shop.lifecycle().install("shpat_second");
        subscribe("app/uninstalled");

        shop.lifecycle().at(LONG_AGO).uninstall();

        assertThat(onlyOne("app/uninstalled").header("X-Shopify-Triggered-At"))
                .isEqualTo("2020-02-02T02:02:02.020202Z");
        assertThat(shop.lifecycle().isInstalled()).isTrue();
        assertThat(shop.subscriptions().all()).hasSize(1);
    }

    @Test
    void uninstallHeldBackIsDeliveredAfterTheReinstall() throws Exception {
        subscribe("app/uninstalled");
        shop.deliveryOptions(shop.deliveryOptions().withPaused(true));
        shop.lifecycle().uninstall();
        shop.lifecycle().install("shpat_second");
        Instant reinstalled = shop.now().instant();

        shop.deliveryOptions(shop.deliveryOptions().withPaused(false));

        assertThat(Instant.parse(onlyOne("app/uninstalled").header("X-Shopify-Triggered-At")))
                .isBefore(reinstalled);
    }

    @Test
    void shopObjectHasShopifysFields() throws Exception {
        subscribe("shop/update");

        shop.lifecycle().change(json("{'name':'Super Toys','currency':'USD'}"));

        ObjectNode body = json(onlyOne("shop/update").body());
        assertThat(BodyTypes.of(body)).isEqualTo(BodyTypes.expected("""
                        id:integer name:string email:string domain:string province:string country:string
                        address1:string zip:string city:string source:null phone:string latitude:null longitude:null
                        primary_locale:string address2:null created_at:timestamp updated_at:timestamp
                        country_code:string country_name:string currency:string customer_email:string timezone:string
                        iana_timezone:string shop_owner:string money_format:string money_with_currency_format:string
                        weight_unit:string province_code:string taxes_included:boolean
                        auto_configure_tax_inclusivity:null tax_shipping:null county_taxes:boolean
                        plan_display_name:string plan_name:string has_discounts:boolean has_gift_cards:boolean
                        myshopify_domain:string google_apps_domain:null google_apps_login_enabled:null
                        money_in_emails_format:string money_with_currency_in_emails_format:string
                        eligible_for_payments:boolean requires_extra_payments_agreement:boolean
                        password_enabled:boolean has_storefront:boolean finances:boolean primary_location_id:integer
                        checkout_api_supported:boolean multi_location_enabled:boolean setup_required:boolean
                        pre_launch_enabled:boolean enabled_presentment_currencies:array
                        marketing_sms_consent_enabled_at_checkout:boolean transactional_sms_disabled:boolean"""));
        assertThat(body.path("name").asText()).isEqualTo("Super Toys");
        assertThat(body.path("currency").asText()).isEqualTo("USD");
        assertThat(body).isEqualTo(shop.lifecycle().shop());
    }

    @Test
    void shopUpdateOlderThanTheLatestChangesNothing() throws Exception {
        subscribe("shop/update");

        shop.lifecycle().at(LONG_AGO).change(json("{'name':'Old Name'}"));

        assertThat(json(onlyOne("shop/update").body()).path("name").asText()).isEqualTo("Old Name");
        assertThat(shop.lifecycle().shop().path("name").asText()).isEqualTo("acme");
    }

    @Test
    void shopIdIsTheSameForTheSameDomainAlone() {
        try (ShopifySimulator later = ShopifySimulator.start(SimulatorOptions.defaults())) {
            assertThat(later.shop(Caller.SHOP).shopId())
                    .isEqualTo(shop.shopId())
                    .isGreaterThan(1L << 53);
            assertThat(later.shop("other.myshopify.com").shopId()).isNotEqualTo(shop.shopId());
        }
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> shop.lifecycle().change(json("{'id':1}")))
                .withMessageContaining("for good");
    }

    @Test
    void scopesUpdateTellsBeforeAndAfter() throws Exception {
        subscribe("app/scopes_update");

        shop.lifecycle().changeScopes(List.of("read_products", "write_products"));

        ObjectNode body = json(onlyOne("app/scopes_update").body());
        assertThat(BodyTypes.of(body))
                .isEqualTo(
                        BodyTypes.expected("id:integer shop_id:string previous:array current:array updated_at:string"));
        assertThat(body.path("shop_id").asText()).isEqualTo("gid://shopify/Shop/" + shop.shopId());
        assertThat(body.path("previous").toString())
                .isEqualTo("[\"read_inventory\",\"read_locations\",\"read_products\"]");
        assertThat(body.path("current").toString()).isEqualTo("[\"read_products\",\"write_products\"]");
        assertThat(body.path("updated_at").asText()).matches("[-\\dT:]+\\.\\d{3}Z");
        assertThat(shop.lifecycle().scopes()).containsExactly("read_products", "write_products");
    }

    @Test
    void complianceGoesToTheConfiguredAddressAlsoWithoutInstallation() throws Exception {
        shop.complianceAddress(URI.create(sink.url("/compliance")));
        shop.lifecycle().uninstall();

        shop.lifecycle().at(LONG_AGO).redactShop();

        Sink.Received redact = onlyOne("shop/redact");
        assertThat(redact.path()).isEqualTo("/compliance");
        assertThat(json(redact.body()))
                .isEqualTo(json("{'shop_id':" + shop.shopId() + ",'shop_domain':'" + Caller.SHOP + "'}"));
        assertThat(redact.header("X-Shopify-Triggered-At")).startsWith("2020-02-02T02:02:02");
    }

    @Test
    void customersRequestsHaveShopifysShape() throws Exception {
        shop.complianceAddress(URI.create(sink.url("/compliance")));
        shop.deliveryOptions(shop.deliveryOptions().withConcurrency(1));

        shop.lifecycle().requestCustomerData(json("{'orders_requested':[299938]}"));
        shop.lifecycle().redactCustomer(json("{'customer':{'id':191167}}"));
        assertThat(shop.awaitSettled(SOON)).isTrue();

        ObjectNode request = json(sink.bodies().get(0));
        assertThat(BodyTypes.of(request))
                .isEqualTo(
                        BodyTypes.expected(
                                "shop_id:integer shop_domain:string orders_requested:array customer:object data_request:object"));
        assertThat(BodyTypes.of(request.path("customer")))
                .isEqualTo(BodyTypes.expected("id:integer email:string phone:string"));
        assertThat(request.at("/data_request/id").isIntegralNumber()).isTrue();
        assertThat(request.path("orders_requested").toString()).isEqualTo("[299938]");
        ObjectNode redact = json(sink.bodies().get(1));
        assertThat(BodyTypes.of(redact))
                .isEqualTo(BodyTypes.expected(
                        "shop_id:integer shop_domain:string customer:object orders_to_redact:array"));
        assertThat(redact.at("/customer/id").intValue()).isEqualTo(191167);
    }

    @Test
    void withoutComplianceAddressNothingIsSent() throws Exception {
        assertThat(shop.complianceAddress()).isEmpty();

        assertThat(shop.lifecycle().redactShop()).isEmpty();
        assertThat(shop.lifecycle().requestCustomerData(json("{}"))).isEmpty();

        assertThat(shop.awaitSettled(SOON)).isTrue();
        assertThat(shop.deliveries()).isEmpty();
    }

    private Sink.Received onlyOne(String topic) throws InterruptedException {
        assertThat(shop.awaitSettled(SOON)).isTrue();
        assertThat(sink.received()).singleElement().satisfies(received -> assertThat(received.header("X-Shopify-Topic"))
                .isEqualTo(topic));
        return sink.received().get(0);
    }

    private void subscribe(String topic) throws Exception {
        shop.subscriptions()
                .create(json("{'topic':'" + topic + "','address':'" + sink.url("/hooks") + "'}"), shop.now());
    }
}
