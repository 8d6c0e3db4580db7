package dev.shopmirror.admin.shopify.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.shopify.ShopifyEndpoint;
import dev.shopmirror.admin.shopify.ShopifyException.Reason;
import dev.shopmirror.admin.shopify.SubscriptionsContract;
import dev.shopmirror.admin.shopify.WebhookSubscriptions;
import dev.shopmirror.admin.shopify.call.TestCalls;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.limit.AdminLimits;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class GraphQlContractTest extends SubscriptionsContract {

    private static final GraphQlOperation SHOP_NAME = GraphQlOperation.repeatable("shop-name", 1, "{ shop { name } }");

    @Inject
    @RestClient
    GraphQlRestClient client;

    @Inject
    ObjectMapper mapper;

    @Override
    protected WebhookSubscriptions adapter(ShopifyEndpoint endpoint) {
        return new GraphQlWebhookSubscriptions(graphQl(client, endpoint), mapper);
    }

    @Override
    protected WebhookSubscriptions adapter(ShopifyEndpoint endpoint, Duration readTimeout) {
        GraphQlRestClient impatient = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("https://every.call.names.its.shop.invalid"))
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(GraphQlRestClient.class);
        return new GraphQlWebhookSubscriptions(graphQl(impatient, endpoint), mapper);
    }

    @Override
    protected AdminLimits smallestLimits() {
        return AdminLimits.DEFAULT.withGraphql(50, 1000);
    }

    /** Each costs 10 points. */
    @Override
    protected int creationsInTenSeconds() {
        return 150;
    }

    @Test
    void throttledQueryIsSentAgain() {
        shop.faults().add(Fault.throttled().times(2));

        assertThat(list()).isEmpty();
        assertThat(shop.calls().graphql()).isEqualTo(3);
    }

    @Test
    void anyQueryGivesItsData() {
        JsonNode data = graphQl(client, endpoint())
                .data(access, SHOP_NAME, mapper.createObjectNode())
                .await()
                .atMost(PATIENCE);

        assertThat(data.at("/shop/name").asText()).isNotBlank();
    }

    @Test
    void queryThatIsNoneIsRefusedInShopifysWords() {
        GraphQlOperation wrong = GraphQlOperation.repeatable("wrong", 1, "{ shop { secret } }");

        assertFailure(
                        graphQl(client, endpoint()).data(access, wrong, mapper.createObjectNode()),
                        Reason.INVALID_REQUEST)
                .hasMessageContaining("secret");
    }

    private ShopifyGraphQl graphQl(GraphQlRestClient by, ShopifyEndpoint endpoint) {
        return new ShopifyGraphQl(by, endpoint, TestCalls.quick(endpoint), mapper);
    }
}
