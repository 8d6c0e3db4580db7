package dev.shopmirror.simulator.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.simulator.Caller;
import dev.shopmirror.simulator.ShopifySimulator;
import dev.shopmirror.simulator.SimulatorOptions;
import dev.shopmirror.simulator.fault.Fault;
import dev.shopmirror.simulator.limit.CallCounts;
import dev.shopmirror.simulator.shop.Shop;

class AdminFaultsTest {

    private final ShopifySimulator simulator = ShopifySimulator.start(SimulatorOptions.defaults());
    private final Shop shop = simulator.addShop(Caller.SHOP, "shpat_acme");
    private final Caller app = new Caller(simulator, "shpat_acme");

    @AfterEach
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 404, 423, 429, 430, 500, 502, 503, 504})
    void statusIsAnsweredOnceInBothShapes(int status) throws Exception {
        shop.faults().add(Fault.status(status).times(1));
        shop.faults().add(Fault.status(status).withErrorsByField().times(1));

        Caller.Answer text = app.admin("GET", "webhooks.json", "");
        Caller.Answer object = app.admin("GET", "webhooks.json", "");

        assertThat(text.status()).isEqualTo(status);
        assertThat(text.json().path("errors").isTextual()).isTrue();
        assertThat(text.header("X-Request-Id")).isNotEmpty();
        assertThat(object.status()).isEqualTo(status);
        assertThat(object.json().at("/errors/base/0")).isEqualTo(text.json().path("errors"));
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(200);
    }

    @Test
    void tooManyRequestsBelowTheBucketNameAWaitWithADecimal() throws Exception {
        shop.faults().add(Fault.status(429).on("POST", "webhooks.json").times(1));
        shop.faults().add(Fault.status(429).withRetryAfter("0.5"));

        Caller.Answer usual = app.admin("POST", "webhooks.json", "{}");
        Caller.Answer shorter = app.admin("GET", "webhooks.json", "");

        assertThat(usual.header("Retry-After")).isEqualTo("2.0");
        assertThat(usual.header("X-Shopify-Shop-Api-Call-Limit")).isEqualTo("1/40");
        assertThat(shorter.header("Retry-After")).isEqualTo("0.5");
        assertThat(shop.calls()).isEqualTo(new CallCounts(2, 0, 0, 2, 0, 2));
    }

    @Test
    void graphqlIsThrottledWith200() throws Exception {
        shop.faults().add(Fault.throttled().times(1));

        Caller.Answer throttled = app.graphql("{ shop { id } }");

        assertThat(throttled.status()).isEqualTo(200);
        assertThat(throttled.json().at("/errors/0/extensions/code").asText()).isEqualTo("THROTTLED");
        assertThat(throttled
                        .json()
                        .at("/extensions/cost/throttleStatus/restoreRate")
                        .asDouble())
                .isEqualTo(100);
        assertThat(throttled.json().at("/extensions/cost/requestedQueryCost").asInt())
                .isEqualTo(10);
        assertThat(throttled
                        .json()
                        .at("/extensions/cost/throttleStatus/currentlyAvailable")
                        .asInt())
                .isZero();
        assertThat(app.graphql("{ shop { id } }").json().has("data")).isTrue();
        assertThat(shop.calls()).isEqualTo(new CallCounts(0, 2, 0, 0, 1, 1));
    }

    @Test
    void hangingCallIsNeverAnsweredAndOthersAre() throws Exception {
        shop.faults().add(Fault.hang().on("webhooks.json"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(simulator.adminUrl(Caller.SHOP) + "/admin/api/2026-10/webhooks.json"))
                .timeout(Duration.ofMillis(300))
                .build();
        HttpClient client = HttpClient.newHttpClient();

        List<CompletableFuture<HttpResponse<String>>> hanging = Stream.generate(
                        () -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .limit(40)
                .toList();

        assertThat(app.admin("GET", "shop.json", "").status()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> call : hanging) {
            assertThatThrownBy(call::join).hasCauseInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void closedConnectionHasNoAnswer() {
        shop.faults().add(Fault.close());

        assertThatThrownBy(() -> app.admin("GET", "webhooks.json", "")).isInstanceOf(IOException.class);
    }

    @Test
    void linkLeadsToAnotherHost() throws Exception {
        shop.faults().add(Fault.foreignLink().on("GET", "webhooks.json"));

        Caller.Answer answer = app.admin("GET", "webhooks.json", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(URI.create(answer.link("next")).getHost()).isEqualTo("admin.example.net");
    }

    @Test
    void deprecatedCallIsAnsweredAndSaysSo() throws Exception {
        shop.faults().add(Fault.deprecated("https://shopify.dev/api/deprecated"));

        Caller.Answer rest = app.admin("GET", "webhooks.json", "");
        Caller.Answer graphql = app.graphql("{ shop { id } }");

        assertThat(rest.status()).isEqualTo(200);
        assertThat(rest.header("X-Shopify-API-Deprecated-Reason")).isEqualTo("https://shopify.dev/api/deprecated");
        assertThat(graphql.header("X-Shopify-API-Deprecated-Reason")).isNotEmpty();
    }

    @Test
    void requestsForTokensFailWhenTheyAreMeant() throws Exception {
        shop.faults().add(Fault.status(503).on("oauth/access_token"));

        assertThat(app.token("{}").status()).isEqualTo(503);
        assertThat(app.admin("GET", "webhooks.json", "").status()).isEqualTo(200);
    }
}
