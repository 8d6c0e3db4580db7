package dev.shopmirror.admin.drift;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.Tokens;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.admin.context.OwnContext;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class DriftCheckTest {

    private static final String BASE = "http://localhost:3001/api/shopify/webhooks/";
    private static final Duration ROUND = Duration.ofMinutes(5);

    private final String shop = TestStores.newDomain();

    @Inject
    DriftCheck check;

    @Inject
    DriftStores stores;

    @Inject
    DriftWatch watch;

    @Inject
    OwnContext context;

    @Test
    void removedSubscriptionIsSeenAndSaidOnce() {
        String store = TestStores.register(shop);
        register(store);
        look(store);
        assertThat(drift(store)).isEmpty();

        Simulator.unsubscribe(shop, idOf(store, "products/update"));
        try (LogRecorder log = LogRecorder.open()) {
            look(store);
            look(store);

            assertThat(kinds(store)).containsExactly("products/update missing");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Subscriptions are not as wanted store=" + store))
                    .singleElement()
                    .asString()
                    .contains("drift=products/update missing");
        }
        assertThat(Simulator.addresses(shop)).hasSize(2);
    }

    @Test
    void healingCreatesWhatIsMissingAndAsksForABackfill() throws SQLException {
        String store = TestStores.register(shop);
        register(store);
        Simulator.subscribe(shop, "products/update", "https://other.example.com/hook");
        Simulator.unsubscribe(shop, idOf(store, "products/update"));
        set("needs_backfill = false, heals_drift = true", store);
        try (LogRecorder log = LogRecorder.open()) {
            look(store);

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Webhook created actor=shopmirror store=" + store))
                    .anyMatch(line -> line.contains("Store marked as needing a backfill actor=shopmirror"));
        }
        assertThat(Simulator.addresses(shop))
                .containsExactlyInAnyOrder(
                        BASE + "products/create",
                        BASE + "products/update",
                        BASE + "products/delete",
                        "https://other.example.com/hook");
        assertThat(drift(store)).isEmpty();
        assertThat(is("needs_backfill", store)).isTrue();
    }

    @Test
    void healingLeavesAloneWhatNobodyWants() throws SQLException {
        String store = TestStores.register(shop);
        register(store);
        set("heals_drift = true", store);
        Simulator.subscribe(shop, "orders/create", BASE + "orders/create");

        look(store);

        assertThat(kinds(store)).containsExactly("orders/create unwanted");
        assertThat(Simulator.addresses(shop)).hasSize(4);
    }

    @Test
    void whyHealingFailedIsSeen() throws SQLException {
        String store = TestStores.register(shop);
        set("heals_drift = true, wanted_webhooks = '[{\"topic\": \"metaobjects/create\"}]'", store);

        look(store);

        assertThat(kinds(store)).containsExactly("metaobjects/create missing");
        assertThat(drift(store).getJsonObject(0).getString("message"))
                .startsWith("invalid_topic: topic: Invalid topic");
    }

    @Test
    void shopThatDoesNotAnswerIsUnknownAndNotMissing() {
        String store = TestStores.register(TestStores.newDomain(), "shpat_no_such_shop");

        look(store);

        assertThat(kinds(store)).containsExactly("null unknown");
        assertThat(drift(store).getJsonObject(0).getString("message")).startsWith("shop_unavailable: ");
    }

    @Test
    void deadShopIsSaidOnceHoweverOftenItIsLookedAt() {
        String store = TestStores.register(shop);
        Simulator.fault(shop, Map.of("kind", "close", "path", "webhooks.json"));
        try (LogRecorder log = LogRecorder.open()) {
            for (int i = 0; i < 3; i++) {
                look(store);
            }

            assertThat(drift(store).getJsonObject(0).getString("message"))
                    .isEqualTo("unreachable: The shop does not answer");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("Subscriptions are not as wanted store=" + store))
                    .hasSize(1);
        }
    }

    @Test
    void operatorWhoUnregistersDuringALookIsObeyed() throws SQLException {
        String store = TestStores.register(shop);
        List<Number> ids = register(store);
        set("heals_drift = true", store);
        Simulator.fault(shop, Map.of("status", 429, "retryAfter", "1.0", "method", "GET", "path", "webhooks.json"));
        CompletableFuture<Drift> look =
                context.run(() -> check.check(UUID.fromString(store))).subscribeAsCompletionStage();
        await().until(() -> Simulator.calls(shop, "throttled") > 0);

        set("heals_drift = false", store);
        ids.forEach(id -> Simulator.unsubscribe(shop, id.longValue()));
        Simulator.clearFaults(shop);

        assertThat(look).succeedsWithin(Duration.ofSeconds(30));
        assertThat(kinds(store)).hasSize(3).allMatch(kind -> kind.endsWith("missing"));
        assertThat(Simulator.addresses(shop)).isEmpty();
    }

    @Test
    void deliveriesThatComeTwiceAreAHintAtAHiddenSubscription() throws SQLException {
        String store = TestStores.register(shop);
        register(store);
        deliver("webhook-1", "event-1");
        deliver("webhook-2", "event-1");
        look(store);

        assertThat(kinds(store)).containsExactly("products/update duplicate");
    }

    @Test
    void deliveriesOfTwoEventsAreNoHint() throws SQLException {
        String store = TestStores.register(shop);
        register(store);
        deliver("webhook-1", "event-1");
        deliver("webhook-2", "event-2");
        look(store);

        assertThat(drift(store)).isEmpty();
    }

    @Test
    void turnLooksAtWhatIsDueAndTheNextOneDoesNotAgain() throws SQLException {
        String store = TestStores.register(shop);
        onlyDue(store);

        watch.turn().await().atMost(Duration.ofSeconds(30));
        await().until(() -> watch.underWay() == 0 && driftText(store) != null);

        assertThat(kinds(store)).hasSize(3).allMatch(kind -> kind.endsWith("missing"));
        assertThat(claim(1)).isEmpty();
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("shopmirror_drift_missing"))
                .body(containsString("shopmirror_drift_oldest_look_seconds"));
    }

    @Test
    void manyStoresAreLookedAtSideBySide() throws SQLException {
        List<String> many = new ArrayList<>();
        List<Uni<Drift>> looks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String store = TestStores.register(TestStores.newDomain());
            many.add(store);
            set("heals_drift = true", store);
            looks.add(context.run(() -> check.check(UUID.fromString(store))));
        }

        List<Drift> seen = Uni.join().all(looks).andFailFast().await().atMost(Duration.ofSeconds(60));

        assertThat(seen).hasSize(12).allMatch(Drift::isNone);
        assertThat(many).allMatch(store -> drift(store).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"inactive", "uninstalled", "disconnected", "redacted"})
    void storeThatIsNotActiveIsNotLookedAt(String status) throws SQLException {
        String store = TestStores.register(shop);
        onlyDue(store);
        set("status = '" + status + "'", store);

        assertThat(claim(1)).isEmpty();
    }

    @Test
    void ofTwoReplicasOneLooksAtAStore() throws SQLException {
        List<UUID> due = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            due.add(UUID.fromString(TestStores.register(TestStores.newDomain())));
        }
        onlyDue(due.stream().map(UUID::toString).toArray(String[]::new));

        List<UUID> claimed = new ArrayList<>();
        Uni.join()
                .all(
                        stores.claim(ROUND, 100, 1),
                        stores.claim(ROUND, 100, 1),
                        stores.claim(ROUND, 100, 1),
                        stores.claim(ROUND, 100, 1))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(30))
                .forEach(claimed::addAll);

        assertThat(claimed).doesNotHaveDuplicates().hasSameElementsAs(due);
    }

    @Test
    void turnTakesNoMoreThanItsShare() throws SQLException {
        set("status = 'inactive'", null);
        List<String> due = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            due.add(TestStores.register(TestStores.newDomain()));
        }

        assertThat(claim(0.3)).hasSize(3);
        assertThat(claim(0.05)).hasSize(1);
        assertThat(claim(1)).hasSize(6);
    }

    private Drift look(String store) {
        return context.run(() -> check.check(UUID.fromString(store))).await().atMost(Duration.ofSeconds(30));
    }

    private List<UUID> claim(double share) {
        return stores.claim(ROUND, 100, share).await().atMost(Duration.ofSeconds(30));
    }

    private static List<Number> register(String store) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("application/json")
                .body(Map.of("storeId", store))
                .post("/api/admin/webhooks/register")
                .then()
                .statusCode(200)
                .extract()
                .path("data.created.id");
    }

    private static long idOf(String store, String topic) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/admin/webhooks/list/" + store)
                .jsonPath()
                .getLong("data.find { it.topic == '" + topic + "' && it.address.startsWith('" + BASE + "') }.id");
    }

    /** All others were looked at just now. */
    private static void onlyDue(String... due) throws SQLException {
        set("drift_checked_at = now()", null);
        for (String store : due) {
            set("drift_checked_at = now() - interval '1 hour', drift = NULL", store);
        }
    }

    private void deliver(String webhookId, String eventId) throws SQLException {
        String insert = """
                INSERT INTO webhook_delivery (shop_domain, topic, webhook_id, event_id, resource_id, triggered_at,
                    received_at, committed_at, outcome, source, kafka_topic, kafka_partition, kafka_offset)
                VALUES (?, 'products/update', ?, ?, 7, date_trunc('hour', now()), now(), now(), 'applied', 'webhook',
                    'shopify.webhooks', 0, 1)""";
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, shop);
            statement.setString(2, webhookId);
            statement.setString(3, eventId);
            statement.executeUpdate();
        }
    }

    /** @param store null for all of them */
    private static void set(String assignment, String store) throws SQLException {
        String update = "UPDATE store SET " + assignment + (store == null ? "" : " WHERE id = '" + store + "'");
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement statement = connection.prepareStatement(update)) {
            statement.executeUpdate();
        }
    }

    private static boolean is(String column, String store) throws SQLException {
        return "t".equals(text(column, store));
    }

    private static List<String> kinds(String store) {
        List<String> kinds = new ArrayList<>();
        drift(store).forEach(entry -> {
            JsonObject json = (JsonObject) entry;
            kinds.add(json.getString("topic") + " " + json.getString("kind"));
        });
        return kinds;
    }

    private static JsonArray drift(String store) {
        return new JsonArray(driftText(store));
    }

    private static String driftText(String store) {
        try {
            return text("drift", store);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String column, String store) throws SQLException {
        String select = "SELECT " + column + " FROM store WHERE id = '" + store + "'";
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query = connection.prepareStatement(select);
                ResultSet row = query.executeQuery()) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
