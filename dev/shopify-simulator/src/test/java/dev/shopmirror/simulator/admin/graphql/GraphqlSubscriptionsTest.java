package dev.shopmirror.simulator.admin.graphql;

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

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;

class GraphqlSubscriptionsTest {

    private static final String ADDRESS = "https://app.example.com/hooks";
    private static final String NODE = """
            { id legacyResourceId topic uri format includeFields filter name metafieldNamespaces apiVersion { handle }
              createdAt updatedAt }""";
    private static final String CREATE = """
            mutation($topic: WebhookSubscriptionTopic!, $in: WebhookSubscriptionInput!) {
              webhookSubscriptionCreate(topic: $topic, webhookSubscription: $in) {
                webhookSubscription %s userErrors { field message } } }""".formatted(NODE);
    private static final String UPDATE = """
            mutation($id: ID!, $in: WebhookSubscriptionInput!) {
              webhookSubscriptionUpdate(id: $id, webhookSubscription: $in) {
                webhookSubscription %s userErrors { field message } } }""".formatted(NODE);
    private static final String DELETE = """
            mutation($id: ID!) {
              webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } } }""";
    private static final String LIST = """
            query($first: Int, $after: String, $topics: [WebhookSubscriptionTopic!]) {
              webhookSubscriptions(first: $first, after: $after, topics: $topics) {
                nodes %s pageInfo { hasNextPage endCursor } } }""".formatted(NODE);

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

    private JsonNode create(String topic, String input) throws Exception {
        Caller.Answer answer = app.graphql(CREATE, "{'topic':'%s','in':%s}".formatted(topic, input));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("errors").isMissingNode()).isTrue();
        return answer.json().at("/data/webhookSubscriptionCreate");
    }

    @Test
    void createdSubscriptionIsTheSameInBothApis() throws Exception {
        JsonNode created = create(
                "PRODUCTS_UPDATE",
                "{'uri':'%s','includeFields':['id','updated_at'],'filter':'id:*','name':'mirror'}".formatted(ADDRESS));

        JsonNode node = created.path("webhookSubscription");
        assertThat(created.path("userErrors")).isEmpty();
        assertThat(node.path("topic").asText()).isEqualTo("PRODUCTS_UPDATE");
        assertThat(node.path("uri").asText()).isEqualTo(ADDRESS);
        assertThat(node.path("format").asText()).isEqualTo("JSON");
        assertThat(node.path("filter").asText()).isEqualTo("id:*");
        assertThat(node.path("name").asText()).isEqualTo("mirror");
        assertThat(node.at("/apiVersion/handle").asText()).isEqualTo("2026-10");
        assertThat(node.path("createdAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?Z");
        String id = node.path("legacyResourceId").textValue();
        assertThat(node.path("id").asText()).isEqualTo("gid://shopify/WebhookSubscription/" + id);
        JsonNode rest = app.admin("GET", "webhooks/" + id + ".json", "").json().path("webhook");
        assertThat(rest.path("topic").asText()).isEqualTo("products/update");
        assertThat(rest.path("fields"))
                .isEqualTo(Caller.json("{'f':['id','updated_at']}").path("f"));
        assertThat(rest.path("filter").asText()).isEqualTo("id:*");
    }

    @Test
    void subscriptionsOfRestAreListedPageByPage() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            ids.add(app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS + '/' + number))
                    .json()
                    .at("/webhook/id")
                    .asText());
        }
        app.admin("POST", "webhooks.json", webhook("customer.tags_added", ADDRESS));

        List<String> seen = new ArrayList<>();
        String after = "null";
        JsonNode page;
        do {
            String variables = "{'first':2,'after':%s,'topics':['PRODUCTS_UPDATE']}".formatted(after);
            page = app.graphql(LIST, variables).json().at("/data/webhookSubscriptions");
            page.path("nodes")
                    .forEach(node -> seen.add(node.path("legacyResourceId").asText()));
            after = page.at("/pageInfo/endCursor").toString();
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(seen).isEqualTo(ids);
        assertThat(app.graphql(LIST, "{'first':250}").json().findValuesAsText("topic"))
                .hasSize(6)
                .contains("CUSTOMER_TAGS_ADDED");
    }

    @Test
    void pageFollowsOnAlthoughItsCursorsSubscriptionIsGone() throws Exception {
        for (int number = 0; number < 3; number++) {
            create("PRODUCTS_UPDATE", "{'uri':'%s/%d'}".formatted(ADDRESS, number));
        }
        JsonNode first = app.graphql(LIST, "{'first':2}").json().at("/data/webhookSubscriptions");
        simulator
                .shop(Caller.SHOP)
                .subscriptions()
                .remove(first.at("/nodes/1/legacyResourceId").asLong());

        JsonNode second = app.graphql(LIST, "{'first':2,'after':%s}".formatted(first.at("/pageInfo/endCursor")))
                .json()
                .at("/data/webhookSubscriptions");

        assertThat(second.findValuesAsText("uri")).containsExactly(ADDRESS + "/2");
        assertThat(second.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
    }

    @Test
    void updateMovesTheAddressAndKeepsTheRest() throws Exception {
        JsonNode created = create("PRODUCTS_UPDATE", "{'uri':'%s','filter':'id:1'}".formatted(ADDRESS));
        JsonNode id = created.at("/webhookSubscription/id");

        JsonNode updated = app.graphql(UPDATE, "{'id':%s,'in':{'uri':'%s/2'}}".formatted(id, ADDRESS))
                .json()
                .at("/data/webhookSubscriptionUpdate");

        assertThat(updated.path("userErrors")).isEmpty();
        assertThat(updated.at("/webhookSubscription/id")).isEqualTo(id);
        assertThat(updated.at("/webhookSubscription/uri").asText()).isEqualTo(ADDRESS + "/2");
        assertThat(updated.at("/webhookSubscription/filter").asText()).isEqualTo("id:1");
    }

    @Test
    void deletedSubscriptionIsGone() throws Exception {
        JsonNode id =
                create("PRODUCTS_UPDATE", "{'uri':'%s'}".formatted(ADDRESS)).at("/webhookSubscription/id");

        JsonNode deleted = app.graphql(DELETE, "{'id':%s}".formatted(id)).json().at("/data/webhookSubscriptionDelete");

        assertThat(deleted.path("deletedWebhookSubscriptionId")).isEqualTo(id);
        assertThat(simulator.shop(Caller.SHOP).subscriptions().all()).isEmpty();
    }

    @Test
    void unknownSubscriptionIsAUserErrorNotAStatus() throws Exception {
        String variables = "{'id':'gid://shopify/WebhookSubscription/1','in':{'uri':'%s'}}".formatted(ADDRESS);
        JsonNode expected = Caller.json("{'e':[{'field':['id'],'message':'Webhook subscription does not exist'}]}")
                .path("e");

        assertThat(app.graphql(UPDATE, variables).json().at("/data/webhookSubscriptionUpdate/userErrors"))
                .isEqualTo(expected);
        JsonNode deleted = app.graphql(DELETE, variables).json().at("/data/webhookSubscriptionDelete");
        assertThat(deleted.path("userErrors")).isEqualTo(expected);
        assertThat(deleted.path("deletedWebhookSubscriptionId").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'uri':''} | callbackUrl | Address can't be blank",
                "{} | callbackUrl | Address can't be blank",
                "{'uri':'no address'} | callbackUrl | Address is invalid",
                "{'uri':'http://app.example.com'} | callbackUrl | Address protocol http:// is not supported",
                "{'callbackUrl':'https://acme.myshopify.com'} | callbackUrl | Address cannot be a Shopify or an internal domain",
                "{'uri':'https://app.example.com/taken'} | callbackUrl | Address for this topic has already been taken",
                "{'uri':'https://app.example.com','filter':'nonsense'} | filter | The specified filter is invalid, please ensure you specify the field(s) you wish to filter on.",
                "{'uri':'https://app.example.com','name':'mirror'} | name | Name already exists, no duplicate allowed",
                "{'uri':'https://app.example.com','format':'XML'} | format | Format 'xml' is invalid for this webhook topic. Allowed formats: json"
            })
    void whatIsRefusedIsAUserErrorInShopifysWords(String input, String field, String message) throws Exception {
        create("PRODUCTS_UPDATE", "{'uri':'https://app.example.com/taken','name':'mirror'}");

        JsonNode refused = create("PRODUCTS_UPDATE", input);

        assertThat(refused.path("webhookSubscription").isNull()).isTrue();
        assertThat(refused.at("/userErrors/0/message").asText()).isEqualTo(message);
        assertThat(refused.at("/userErrors/0/field"))
                .isEqualTo(Caller.json("{'f':['webhookSubscription','%s']}".formatted(field))
                        .path("f"));
    }

    @Test
    void topicWithoutItsScopeIsRefusedByBothApis() throws Exception {
        simulator.shop(Caller.SHOP).lifecycle().changeScopes(List.of("write_inventory"));

        JsonNode refused = create("PRODUCTS_UPDATE", "{'uri':'%s'}".formatted(ADDRESS));
        Caller.Answer rest = app.admin("POST", "webhooks.json", webhook("products/update", ADDRESS));

        assertThat(refused.at("/userErrors/0/message").asText())
                .isEqualTo("You cannot create a webhook subscription with the specified topic");
        assertThat(rest.status()).isEqualTo(422);
        assertThat(rest.json().at("/errors/topic/0").asText())
                .startsWith(
                        "Invalid topic specified: products/update. Does it exist? Is there a missing access scope?");
        assertThat(create("INVENTORY_LEVELS_UPDATE", "{'uri':'%s'}".formatted(ADDRESS))
                        .path("userErrors"))
                .isEmpty();
        assertThat(create("APP_UNINSTALLED", "{'uri':'%s'}".formatted(ADDRESS)).path("userErrors"))
                .isEmpty();
    }

    @Test
    void unknownTopicInAVariableIsATopLevelError() throws Exception {
        JsonNode answer = app.graphql(CREATE, "{'topic':'ORDERS_UPDATE','in':{'uri':'%s'}}".formatted(ADDRESS))
                .json();

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("INVALID_VARIABLE");
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("Variable $topic was provided invalid value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ shop { name | ",
                "{ shop { secret } } | undefinedField",
                "{ shop } | selectionMismatch",
                "{ product { id } } | missingRequiredArguments",
                "{ webhookSubscriptions(first: 1, topics: [ORDERS_UPDATE]) { nodes { id } } } | argumentLiteralsIncompatible",
                "query($id: ID!) { product(id: $id) { id } } | INVALID_VARIABLE"
            })
    void invalidQueryIsATopLevelErrorWith200(String query, String code) throws Exception {
        Caller.Answer answer = app.graphql(query);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("data")).isFalse();
        assertThat(answer.json().at("/errors/0/message").asText()).isNotEmpty();
        assertThat(answer.json().at("/errors/0/extensions/code").asText(null)).isEqualTo(code);
    }

    @Test
    void pageWithoutASizeOrOver250IsATopLevelErrorBesideNull() throws Exception {
        JsonNode without = app.graphql(LIST, "{}").json();
        JsonNode tooMany = app.graphql(LIST, "{'first':251}").json();

        assertThat(without.at("/errors/0/message").asText())
                .as(without.toString())
                .isEqualTo("you must provide one of first or last");
        assertThat(tooMany.at("/errors/0/message").asText()).contains("250");
    }

    @Test
    void bodyWithoutAQueryIsABadRequest() throws Exception {
        assertThat(app.admin("POST", "graphql.json", "{}").status()).isEqualTo(400);
        assertThat(app.admin("POST", "graphql.json", "{").status()).isEqualTo(400);
    }

    @Test
    void wrongTokenIsA401() throws Exception {
        Caller.Answer answer = new Caller(simulator, "shpat_other").graphql("{ shop { name } }");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("errors").isTextual()).isTrue();
    }
}
