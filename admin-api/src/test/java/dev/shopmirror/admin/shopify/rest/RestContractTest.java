package dev.shopmirror.admin.shopify.rest;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

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
class RestContractTest extends SubscriptionsContract {

    @Inject
    @RestClient
    WebhooksRestClient client;

    @Inject
    ObjectMapper mapper;

    @Override
    protected WebhookSubscriptions adapter(ShopifyEndpoint endpoint) {
        return new RestWebhookSubscriptions(client, endpoint, TestCalls.quick(endpoint), mapper);
    }

    @Override
    protected WebhookSubscriptions adapter(ShopifyEndpoint endpoint, Duration readTimeout) {
        WebhooksRestClient impatient = QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create("https://every.call.names.its.shop.invalid"))
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(WebhooksRestClient.class);
        return new RestWebhookSubscriptions(impatient, endpoint, TestCalls.quick(endpoint), mapper);
    }

    @Override
    protected AdminLimits smallestLimits() {
        return AdminLimits.DEFAULT.withRest(2, 40);
    }

    @Override
    protected int creationsInTenSeconds() {
        return 60;
    }

    @Test
    void linkToAnotherHostIsNotFollowed() {
        shop.faults().add(Fault.foreignLink());

        assertFailure(subscriptions.list(access), Reason.UNEXPECTED_ANSWER).hasMessageContaining("leads away");
    }
}
