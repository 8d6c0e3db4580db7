package dev.shopmirror.simulator;

import static dev.shopmirror.simulator.Caller.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminApiTest {

    private static final String ADDRESS = "https://app.example.com/hooks";

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    private final Caller app = new Caller(simulator, "shpat_acme");

    @BeforeEach
    void addShop() {
        simulator.addShop(Caller.SHOP, "shpat_acme");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void createdSubscriptionIsShownListedAndCounted() throws Exception {
        Caller.Answer created = app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));

        assertThat(created.status()).isEqualTo(201);
        JsonNode webhook = created.json().path("webhook");
        assertThat(webhook.path("id").longValue()).isBetween(1L, 1L << 53);
        assertThat(webhook.path("address").asText()).isEqualTo(ADDRESS);
        assertThat(webhook.path("format").asText()).isEqualTo("json");
        assertThat(webhook.path("api_version").asText()).isEqualTo("2026-10");
        assertThat(webhook.path("created_at").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d-05:00");
        assertThat(webhook.path("fields").isEmpty()).isTrue();
        assertThat(webhook.has("private_metafield_namespaces")).isTrue();
        assertThat(app.admin("GET", "webhooks/" + webhook.path("id") + ".json", "")
                        .json())
                .isEqualTo(created.json());
        assertThat(app.admin("GET", "webhooks.json", "").json().path("webhooks").get(0))
                .isEqualTo(webhook);
        assertThat(app.admin("GET", "webhooks/count.json", "").json()).isEqualTo(Caller.json("{'count':1}"));
    }

    @Test
    void callsTellVersionAndCallLimit() throws Exception {
        Caller.Answer answer = app.admin("GET", "webhooks.json", "");

        assertThat(answer.header("X-Shopify-API-Version")).isEqualTo("2026-10");
        assertThat(answer.header("X-Shopify-Shop-Api-Call-Limit")).matches("\\d+/40");
    }

    @Test
    void wrongTokenIsRefusedAsShopifyDoes() throws Exception {
        Caller stranger = new Caller(simulator, "shpat_other");

        Caller.Answer answer = stranger.admin("GET", "webhooks.json", "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("errors").asText())
                .isEqualTo("[API] Invalid API key or access token (unrecognized login or wrong password)");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /other.myshopify.com/admin/api/2026-10/webhooks.json",
        "GET,    /acme.myshopify.com/admin/api/2026-10/webhooks/12345.json",
        "PUT,    /acme.myshopify.com/admin/api/2026-10/webhooks/12345.json",
        "DELETE, /acme.myshopify.com/admin/api/2026-10/webhooks/12345.json",
        "GET,    /acme.myshopify.com/admin/api/2026-10/webhooks/99999999999999999999.json",
        "GET,    /acme.myshopify.com/admin/api/latest/webhooks.json",
        "GET,    /acme.myshopify.com/admin/api/2026-10/products.json",
        "GET,    /"
    })
    void whatIsNotThereIsNotFound(String method, String path) throws Exception {
        Caller.Answer answer = app.call(method, simulator.url() + path, webhook("products/update", ADDRESS));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).isEqualTo(Caller.json("{'errors':'Not Found'}"));
    }

    @Test
    void sameTopicAndAddressIsTaken() throws Exception {
        app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));

        Caller.Answer again = app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json())
                .isEqualTo(Caller.json("{'errors':{'address':['for this topic has already been taken']}}"));
        assertThat(app.admin("POST", "webhooks.json", webhook("products/create", ADDRESS))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void unknownTopicIsRefusedWithTheKnownOnes() throws Exception {
        Caller.Answer answer = app.admin("POST", "webhooks.json", webhook("orders/update", ADDRESS));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/topic/0").asText())
                .startsWith("Invalid topic specified: orders/update. Does it exist? Is there a missing access scope?")
                .contains("orders/updated");
    }

    @Test
    void complianceTopicsCannotBeSubscribedTo() throws Exception {
        assertThat(app.admin("POST", "webhooks.json", webhook("shop/redact", ADDRESS))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void emptyWebhookMissesTopicAndAddress() throws Exception {
        Caller.Answer answer = app.admin("POST", "webhooks.json", "{\"webhook\":{}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/topic/0").asText()).isEqualTo("can't be blank");
        assertThat(answer.json().at("/errors/address/0").asText()).isEqualTo("can't be blank");
    }

    @Test
    void bodyWithoutWebhookIsABadRequest() throws Exception {
        Caller.Answer answer = app.admin("POST", "webhooks.json", "{\"topic\":\"products/update\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json())
                .isEqualTo(Caller.json("{'errors':{'webhook':'Required parameter missing or invalid'}}"));
        assertThat(app.admin("POST", "webhooks.json", "{").status()).isEqualTo(400);
    }

    @Test
    void updateMovesTheAddressAndKeepsTheTopic() throws Exception {
        JsonNode created = app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS))
                .json();
        String one = "webhooks/" + created.at("/webhook/id") + ".json";

        Caller.Answer updated = app.admin("PUT", one, webhook("products/delete", ADDRESS + "/2"));

        assertThat(updated.status()).isEqualTo(200);
        assertThat(updated.json().at("/webhook/address").asText()).isEqualTo(ADDRESS + "/2");
        assertThat(updated.json().at("/webhook/topic").asText()).isEqualTo("products/update");
        assertThat(app.admin("PUT", one, webhook("products/update", "http://app.example.com"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void filterAndFieldsAreKeptChangedAndTakenAway() throws Exception {
        JsonNode created = app.admin(
                        "POST",
                        "webhooks.json",
                        Caller.json("{'webhook':{'topic':'products/update','address':'" + ADDRESS
                                        + "','filter':'status:active','fields':['id','status']}}")
                                .toString())
                .json();
        String one = "webhooks/" + created.at("/webhook/id") + ".json";

        JsonNode moved = app.admin("PUT", one, webhook("products/update", ADDRESS + "/2"))
                .json();
        JsonNode bare = app.admin("PUT", one, "{\"webhook\":{\"filter\":null,\"fields\":[]}}")
                .json();

        assertThat(created.at("/webhook/filter").asText()).isEqualTo("status:active");
        assertThat(moved.at("/webhook/filter").asText()).isEqualTo("status:active");
        assertThat(moved.at("/webhook/fields")).hasSize(2);
        assertThat(bare.path("webhook").has("filter")).isFalse();
        assertThat(bare.at("/webhook/fields")).isEmpty();
    }

    @Test
    void filterWithoutAFieldIsRefused() throws Exception {
        Caller.Answer answer = app.admin(
                "POST",
                "webhooks.json",
                Caller.json("{'webhook':{'topic':'products/update','address':'" + ADDRESS + "','filter':'active'}}")
                        .toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/filter/0").asText()).startsWith("The specified filter is invalid");
    }

    @Test
    void everyAnswerHasARequestIdOfItsOwn() throws Exception {
        String first = app.admin("GET", "webhooks.json", "").header("X-Request-Id");
        String second = app.admin("GET", "nothing.json", "").header("X-Request-Id");

        assertThat(first).matches("[0-9a-f-]{36}").isNotEqualTo(second);
        assertThat(second).matches("[0-9a-f-]{36}");
    }

    @Test
    void deletedSubscriptionIsGone() throws Exception {
        JsonNode created = app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS))
                .json();
        String one = "webhooks/" + created.at("/webhook/id") + ".json";

        Caller.Answer deleted = app.admin("DELETE", one, "");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.json().toString()).isEqualTo("{}");
        assertThat(app.admin("GET", one, "").status()).isEqualTo(404);
    }

    @Test
    void listIsFilteredByTopicAddressAndSinceId() throws Exception {
        app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));
        JsonNode second = app.admin("POST", "webhooks.json", webhook("products/delete", ADDRESS))
                .json();
        app.admin("POST", "webhooks.json", webhook("products/delete", ADDRESS + "/2"));

        assertThat(app.admin("GET", "webhooks.json?topic=products%2Fdelete", "").texts("webhooks", "topic"))
                .containsExactly("products/delete", "products/delete");
        assertThat(app.admin("GET", "webhooks.json?address=" + ADDRESS, "").texts("webhooks", "topic"))
                .containsExactly("products/update", "products/delete");
        assertThat(app.admin("GET", "webhooks.json?since_id=" + second.at("/webhook/id"), "")
                        .texts("webhooks", "address"))
                .containsExactly(ADDRESS + "/2");
        assertThat(app.admin("GET", "webhooks/count.json?topic=products/delete", "")
                        .json()
                        .path("count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void pagesAreLinkedForthAndBack() throws Exception {
        for (int number = 0; number < 5; number++) {
            app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS + '/' + number));
        }
        app.admin("POST", "webhooks.json", webhook("products/delete", ADDRESS));

        List<String> seen = new ArrayList<>();
        Caller.Answer page = app.admin("GET", "webhooks.json?limit=2&topic=products/update", "");
        assertThat(page.link("previous")).isEmpty();
        seen.addAll(page.texts("webhooks", "address"));
        String lastButOne = "";
        while (!page.link("next").isEmpty()) {
            lastButOne = page.link("next");
            page = app.call("GET", lastButOne, "");
            seen.addAll(page.texts("webhooks", "address"));
        }

        assertThat(seen)
                .containsExactly(ADDRESS + "/0", ADDRESS + "/1", ADDRESS + "/2", ADDRESS + "/3", ADDRESS + "/4");
        assertThat(app.call("GET", page.link("previous"), "").texts("webhooks", "address"))
                .containsExactly(ADDRESS + "/2", ADDRESS + "/3");
    }

    @Test
    void pageHoldsFiftyUnlessAskedAndNeverMoreThan250() throws Exception {
        for (int number = 0; number < 251; number++) {
            simulator
                    .shop(Caller.SHOP)
                    .subscriptions()
                    .create(
                            Caller.json("{'topic':'products/update','address':'" + ADDRESS + '/' + number + "'}"),
                            simulator.shop(Caller.SHOP).now());
        }

        assertThat(app.admin("GET", "webhooks.json", "").json().path("webhooks"))
                .hasSize(50);
        assertThat(app.admin("GET", "webhooks.json?limit=999", "").json().path("webhooks"))
                .hasSize(250);
    }

    @Test
    void filterBesidePageInfoIsRefused() throws Exception {
        app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));
        app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS + "/2"));
        String next = app.admin("GET", "webhooks.json?limit=1", "").link("next");

        assertThat(app.call("GET", next + "&topic=products/update", "").status())
                .isEqualTo(400);
        assertThat(app.admin("GET", "webhooks.json?page_info=nonsense", "").status())
                .isEqualTo(400);
        assertThat(app.admin("GET", "webhooks.json?limit=many", "").status()).isEqualTo(400);
    }
}
