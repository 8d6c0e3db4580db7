package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.shopmirror.simulator.shop.Shop;

class ControlApiTest {

    private final ShopifySimulator simulator =
            ShopifySimulator.start(SimulatorOptions.defaults().withLocalhostAddresses(true));
    private final Caller operator = new Caller(simulator, "shpat_simulator");

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void mentionMakesTheShopAndTheDefaultTokenOpensIt() throws Exception {
        assertThat(operator.admin("GET", "webhooks.json", "").status()).isEqualTo(404);

        assertThat(operator.control("GET", "products", "").json()).isEqualTo(json("{'products':[]}"));

        assertThat(operator.admin("GET", "webhooks.json", "").status()).isEqualTo(200);
    }

    @Test
    void productIsCreatedUpdatedShownAndDeleted() throws Exception {
        Caller.Answer created = operator.control("PUT", "products/788032119674292922", "{\"title\":\"Mug\"}");
        Caller.Answer updated = operator.control("PUT", "products/788032119674292922", "{\"tags\":\"new\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(updated.status()).isEqualTo(200);
        JsonNode product = updated.json().path("product");
        assertThat(product.path("id").longValue()).isEqualTo(788032119674292922L);
        assertThat(product.path("title").asText()).isEqualTo("Mug");
        assertThat(product.path("tags").asText()).isEqualTo("new");
        assertThat(operator.control("GET", "products/788032119674292922", "").json())
                .isEqualTo(updated.json());
        assertThat(operator.control("GET", "products", "")
                        .json()
                        .path("products")
                        .get(0))
                .isEqualTo(product);
        assertThat(operator.control("DELETE", "products/788032119674292922", "").status())
                .isEqualTo(200);
        assertThat(operator.control("GET", "products/788032119674292922", "").status())
                .isEqualTo(404);
        assertThat(operator.control("DELETE", "products/788032119674292922", "").status())
                .isEqualTo(404);
    }

    @Test
    void stockLevelIsSetShownAndDisconnected() throws Exception {
        String level = "{\"inventory_item_id\":271878346596884015,\"location_id\":24826418,\"available\":-3}";

        JsonNode set = operator.control("PUT", "inventory-levels", level).json().path("inventory_level");

        assertThat(set.path("available").asInt()).isEqualTo(-3);
        assertThat(operator.control("GET", "inventory-levels", "").json().at("/inventory_levels/0"))
                .isEqualTo(set);
        String key = "inventory_item_id=271878346596884015&location_id=24826418";
        assertThat(operator.control("DELETE", "inventory-levels?" + key, "").status())
                .isEqualTo(200);
        assertThat(operator.control("DELETE", "inventory-levels", level).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT    | products/1       | {'variants':[{},{'price':19.99}]}  | variants[1].price must be a decimal as a string",
                "PUT    | products/1       | {'id':2}                           | id is 2, but the path says 1",
                "PUT    | products/1       | {'status':'gone'}                  | status must be one of",
                "PUT    | products/1       | {'updated_at':'yesterday'}         | updated_at must be a timestamp with offset",
                "PUT    | products/1       | {'variants':[]}                    | variants must be 1 to 2048",
                "PUT    | products/1       | {'variants':[{'id':5},{'id':5}]}   | variants: id 5 stands twice",
                "PUT    | products/1       | [1]                                | the body must be a JSON object",
                "PUT    | products/1       | {'title'                           | the body is not JSON",
                "PUT    | products/zero    | {}                                 | \"zero\" is no product id",
                "PUT    | inventory-levels | {'inventory_item_id':1,'available':1} | location_id is missing",
                "PUT    | inventory-levels | {'inventory_item_id':1,'location_id':2} | available is missing",
                "PUT    | inventory-levels | {'inventory_item_id':'1','location_id':2} | inventory_item_id must be an id",
                "PUT    | delivery-options | {'duplicates':1.5}                 | duplicates must be 0 to 1",
                "PUT    | delivery-options | {'speed':1}                        | there is no option speed",
                "PUT    | delivery-options | {'paused':'no'}                    | paused must be true or false",
                "PUT    | delivery-options | {'minDelayMillis':5}               | maxDelayMillis must not be less"
            })
    void unusableBodyIsExplained(String method, String resource, String body, String reason) throws Exception {
        Caller.Answer answer = operator.control(method, resource, body.replace('\'', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").asText()).contains(reason);
        assertThat(simulator.shop(Caller.SHOP).products()).isEmpty();
    }

    @Test
    void wrongShopNameAndUnknownPathAreExplained() throws Exception {
        assertThat(operator.call("GET", simulator.url() + "/_control/example.com/products", "")
                        .status())
                .isEqualTo(400);
        assertThat(operator.control("GET", "orders", "").status()).isEqualTo(404);
        assertThat(operator.control("POST", "products", "").status()).isEqualTo(404);
    }

    @Test
    void deliveryOptionsAreChangedOneByOne() throws Exception {
        operator.control("PUT", "delivery-options", "{\"duplicates\":0.25,\"seed\":7}");
        operator.control("PUT", "delivery-options", "{\"minDelayMillis\":5,\"maxDelayMillis\":10,\"paused\":true}");

        assertThat(operator.control("GET", "delivery-options", "").json())
                .isEqualTo(json("{'duplicates':0.25,"
                        + "'disorder':0.0,'minDelayMillis':5,'maxDelayMillis':10,'seed':7,'retryTimeScale':1.0,'paused':true,"
                        + "'concurrency':32}"));
    }

    @Test
    void deliveriesAndWhatIsLeftOfThemAreShown() throws Exception {
        Shop shop = simulator.shop(Caller.SHOP);
        try (Sink sink = Sink.answering(200)) {
            shop.subscriptions()
                    .create(json("{'topic':'products/create','address':'" + sink.url("/hooks") + "'}"), shop.now());
            operator.control("PUT", "delivery-options", "{\"paused\":true}");
            operator.control("PUT", "products/1", "{}");
            assertThat(operator.control("GET", "settled", "").json())
                    .isEqualTo(json("{'settled':false,'waiting':1,'inFlight':0,'retrying':0}"));

            operator.control("PUT", "delivery-options", "{\"paused\":false}");

            await().until(() -> operator.control("GET", "settled", "")
                    .json()
                    .path("settled")
                    .asBoolean());
            JsonNode delivery = operator.control("GET", "deliveries?topic=products/create", "")
                    .json()
                    .at("/deliveries/0");
            Sink.Received received = sink.received().get(0);
            assertThat(delivery.path("webhookId").asText()).isEqualTo(received.webhookId());
            assertThat(delivery.path("eventId").asText()).isEqualTo(received.header("X-Shopify-Event-Id"));
            assertThat(delivery.path("attempt").asInt()).isEqualTo(1);
            assertThat(delivery.path("status").asInt()).isEqualTo(200);
            assertThat(delivery.path("error").isNull()).isTrue();
            assertThat(delivery.path("bodySha256").asText()).hasSize(64);
            assertThat(operator.control("GET", "deliveries?topic=products/delete", "")
                            .json()
                            .path("deliveries"))
                    .isEmpty();
        }
    }
}
