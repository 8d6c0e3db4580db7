package dev.shopmirror.admin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.simulator.subscription.WebhookTopics;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class RegisterManyTest {

    private static final int STORES = 50;
    private static final List<String> TOPICS = WebhookTopics.all().subList(0, 10);

    @TestHTTPResource("/api/admin/webhooks/register")
    URI register;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void fiftyRegistrationsAtOnceStayWithinEveryShopsLimit() {
        List<String> shops = new ArrayList<>();
        List<String> stores = new ArrayList<>();
        for (int i = 0; i < STORES; i++) {
            String shop = TestStores.newDomain();
            stores.add(TestStores.register(shop));
            Simulator.limits(shop, Map.of("restPerSecond", 2, "restBucket", 5));
            shops.add(shop);
        }

        List<CompletableFuture<HttpResponse<String>>> answers =
                stores.stream().map(this::post).toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).startsWith("{\"success\":true"));
        assertThat(shops).allSatisfy(shop -> assertThat(Simulator.calls(shop, "throttled"))
                .isZero());
        assertThat(shops)
                .allSatisfy(shop -> assertThat(Simulator.calls(shop, "rest")).isEqualTo(1 + TOPICS.size()));
    }

    private CompletableFuture<HttpResponse<String>> post(String store) {
        JsonObject body = new JsonObject().put("storeId", store).put("topics", TOPICS);
        HttpRequest request = HttpRequest.newBuilder(register)
                .header("Authorization", "Bearer " + Tokens.operator())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.encode()))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }
}
