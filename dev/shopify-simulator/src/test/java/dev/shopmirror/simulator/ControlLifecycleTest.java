package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.delivery.DeliveryKey;
import dev.shopmirror.simulator.shop.Shop;

class ControlLifecycleTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true));
    private final Caller operator = new Caller(simulator, "shpat_simulator");
    private final Shop shop = simulator.shop(Caller.SHOP);
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

    @ParameterizedTest
    @CsvSource({
        "locations, location, 866550311766439020, name, Main Street",
        "inventory-items, inventory_item, 271878346596884015, sku, MUG-1"
    })
    void resourceIsCreatedUpdatedShownAndDeleted(String path, String name, long id, String field, String value)
            throws Exception {
        String one = path + '/' + id;

        Caller.Answer created = operator.control("PUT", one, "");
        Caller.Answer updated = operator.control("PUT", one, "{\"" + field + "\":\"" + value + "\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(updated.status()).isEqualTo(200);
        JsonNode resource = updated.json().path(name);
        assertThat(resource.path("id").longValue()).isEqualTo(id);
        assertThat(resource.path(field).asText()).isEqualTo(value);
        assertThat(operator.control("GET", one, "").json()).isEqualTo(updated.json());
        assertThat(operator.control("GET", path, "").json().path(name + 's').get(0))
                .isEqualTo(resource);
        assertThat(operator.control("DELETE", one, "").json()).isEqualTo(json("{}"));
        Caller.Answer gone = operator.control("DELETE", one, "");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.json().path("error").asText()).contains("there is no " + name.replace('_', ' '));
    }

    @Test
    void appIsUninstalledAndReinstalled() throws Exception {
        subscribe("app/uninstalled");

        Caller.Answer uninstalled = operator.control("POST", "uninstall", "");
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(uninstalled.status()).isEqualTo(202);
        assertThat(uninstalled.json().at("/webhookIds/0").asText())
                .isEqualTo(sink.received().get(0).webhookId());
        assertThat(operator.admin("GET", "webhooks.json", "").status()).isEqualTo(401);
        assertThat(operator.control("POST", "uninstall", "").status()).isEqualTo(400);
        String token = operator.control("POST", "reinstall", "")
                .json()
                .path("access_token")
                .asText();
        assertThat(new Caller(simulator, token)
                        .admin("GET", "webhooks.json", "")
                        .status())
                .isEqualTo(200);
        assertThat(operator.control("POST", "reinstall", "{\"access_token\":\"shpat_simulator\"}")
                        .status())
                .isEqualTo(200);
        assertThat(operator.admin("GET", "webhooks.json", "").status()).isEqualTo(200);
    }

    @Test
    void lateEventTellsTheMomentItWasTriggered() throws Exception {
        subscribe("app/uninstalled");

        operator.control("POST", "uninstall", "{\"triggered_at\":\"2020-02-02T02:02:02Z\"}");
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(sink.received().get(0).header("X-Shopify-Triggered-At")).isEqualTo("2020-02-02T02:02:02.000000Z");
        assertThat(operator.admin("GET", "webhooks/count.json", "").json()).isEqualTo(json("{'count':1}"));
    }

    @Test
    void shopAndScopesAreChangedAndShown() throws Exception {
        subscribe("shop/update");
        subscribe("app/scopes_update");

        Caller.Answer changed = operator.control("PUT", "shop", "{\"name\":\"Super Toys\"}");
        Caller.Answer granted = operator.control("PUT", "scopes", "{\"scopes\":[\"read_products\"]}");
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(changed.json().at("/shop/name").asText()).isEqualTo("Super Toys");
        assertThat(changed.json().at("/shop/id").longValue()).isEqualTo(shop.shopId());
        assertThat(operator.control("GET", "shop", "").json()).isEqualTo(changed.json());
        assertThat(granted.json().path("webhookIds")).hasSize(1);
        assertThat(sink.received()).hasSize(2);
    }

    @Test
    void complianceIsSentOnceItHasAnAddress() throws Exception {
        assertThat(operator.control("GET", "compliance-address", "").json()).isEqualTo(json("{'address':null}"));
        assertThat(operator.control("POST", "shop-redact", "").json()).isEqualTo(json("{'webhookIds':[]}"));

        operator.control("PUT", "compliance-address", "{\"address\":\"" + sink.url("/compliance") + "\"}");
        operator.control("POST", "shop-redact", "{\"triggered_at\":\"2026-11-23T12:00:05-05:00\"}");
        operator.control("POST", "customers-data-request", "");
        operator.control("POST", "customers-redact", "{\"orders_to_redact\":[1]}");
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(sink.received().stream().map(received -> received.header("X-Shopify-Topic")))
                .containsExactlyInAnyOrder("shop/redact", "customers/data_request", "customers/redact");
    }

    @Test
    void rawDeliveriesAreSentAsGiven() throws Exception {
        subscribe("products/update");
        shop.deliveryOptions(shop.deliveryOptions().withConcurrency(1));

        operator.control(
                "POST", "deliveries", "{\"topic\":\"products/update\",\"body\":{\"title\":\"a/b\"},\"test\":true}");
        operator.control("POST", "deliveries", "{\"topic\":\"products/update\",\"body\":\"{\\\"id\\\":\"}");
        Caller.Answer last = operator.control("POST", "deliveries", """
                {"topic":"orders/paid","bodyBase64":"AP8=","address":"%s","webhookId":"w","eventId":"e",
                 "triggeredAt":"2020-01-01T00:00:00Z","headers":{"X-Shopify-API-Version":null,"X-Extra":"1"}}""".formatted(sink.url("/elsewhere")));
        assertThat(shop.awaitSettled(SOON)).isTrue();

        assertThat(last.status()).isEqualTo(202);
        assertThat(last.json()).isEqualTo(json("{'webhookIds':['w']}"));
        assertThat(sink.bodies().get(0)).isEqualTo("{\"title\":\"a\\/b\"}");
        assertThat(sink.received().get(0).header("X-Shopify-Test")).isEqualTo("true");
        assertThat(sink.bodies().get(1)).isEqualTo("{\"id\":");
        Sink.Received binary = sink.received().get(2);
        assertThat(binary.path()).isEqualTo("/elsewhere");
        assertThat(binary.header("Content-Length")).isEqualTo("2");
        assertThat(binary.header("X-Extra")).isEqualTo("1");
        assertThat(binary.headers()).doesNotContainKey("X-Shopify-API-Version");
        assertThat(shop.acknowledged()).hasSize(3).contains(new DeliveryKey("orders/paid", "w"));
        assertThat(operator.control("GET", "acknowledged", "").json().path("acknowledged"))
                .hasSize(3);
        assertThat(operator.control("GET", "given-up", "").json()).isEqualTo(json("{'givenUp':[]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | locations/1          | {'active':'yes'}                  | active must be true or false",
                "PUT  | locations/main       | {}                                | \"main\" is no location id",
                "PUT  | inventory-items/1    | {'cost':1}                        | cost must be a decimal as a string",
                "PUT  | inventory-items/0    | {}                                | \"0\" is no inventory item id",
                "PUT  | shop                 | {'currency':1}                    | currency must be a string",
                "PUT  | scopes               | {}                                | scopes must be a list of strings",
                "POST | uninstall            | {'triggered_at':'yesterday'}      | triggered_at must be a timestamp",
                "POST | reinstall            | {'access_token':1}                | access_token must be a string",
                "POST | customers-redact     | {'orders_to_redact':['a']}        | orders_to_redact must be a list of ids",
                "PUT  | compliance-address   | {}                                | address is missing",
                "PUT  | compliance-address   | {'address':'nowhere'}             | address must be an http or https URL",
                "POST | deliveries           | {'body':{}}                       | topic is missing",
                "POST | deliveries           | {'topic':'a/b'}                   | either body or bodyBase64",
                "POST | deliveries           | {'topic':'a/b','bodyBase64':'?'}  | bodyBase64 must be Base64",
                "POST | deliveries           | {'topic':'a/b','body':{}}         | nobody is subscribed to a/b",
                "POST | deliveries           | {'topic':'a/b','body':{},'x':1}   | there is no field x"
            })
    void unusableBodyIsExplained(String method, String resource, String body, String reason) throws Exception {
        Caller.Answer answer = operator.control(method, resource, body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(reason);
    }

    @Test
    void removedShopIsGone() throws Exception {
        operator.control("PUT", "products/1", "{}");
        String uri = simulator.url() + "/_control/" + Caller.SHOP;

        assertThat(operator.call("DELETE", uri, "").status()).isEqualTo(200);
        assertThat(operator.call("DELETE", uri, "").status()).isEqualTo(404);

        assertThat(operator.control("GET", "products", "").json()).isEqualTo(json("{'products':[]}"));
    }

    private void subscribe(String topic) throws Exception {
        shop.subscriptions()
                .create(json("{'topic':'" + topic + "','address':'" + sink.url("/hooks") + "'}"), shop.now());
    }
}
