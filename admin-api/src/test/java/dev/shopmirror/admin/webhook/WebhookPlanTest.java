package dev.shopmirror.admin.webhook;

import static dev.shopmirror.admin.webhook.WebhookCalls.BASE;
import static dev.shopmirror.admin.webhook.WebhookCalls.execute;
import static dev.shopmirror.admin.webhook.WebhookCalls.get;
import static dev.shopmirror.admin.webhook.WebhookCalls.recorded;
import static dev.shopmirror.admin.webhook.WebhookCalls.register;
import static dev.shopmirror.admin.webhook.WebhookCalls.want;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class WebhookPlanTest {

    private final String shop = TestStores.newDomain();

    @Test
    void namedTopicIsRegisteredForOnceAndSaidSo() {
        String store = TestStores.register(shop);

        register(store, List.of("orders/paid"))
                .statusCode(200)
                .body("success", equalTo(true))
                .body("data.warnings", contains(containsString("wantedWebhooks")));
        get("plan", store)
                .body("data.remove.topic", contains("orders/paid"))
                .body("data.remove.reason", contains("unwanted"));
    }

    @Test
    void storesOwnTopicsAreRegisteredInsteadOfTheConfigured() throws SQLException {
        String store = TestStores.register(shop);
        want(
                store,
                "[{\"topic\": \"orders/create\", \"fields\": [\"id\", \"note\"]}, {\"topic\": \"app/uninstalled\"}]");

        register(store).body("data.created.topic", contains("orders/create", "app/uninstalled"));
        register(store).body("message", equalTo("Registered 0 webhook(s) for store Acme, 2 already existed"));
    }

    @Test
    void changedFieldsAreChangedInPlace() throws SQLException {
        String store = TestStores.register(shop);
        want(store, "[{\"topic\": \"orders/create\"}]");
        long id = register(store).extract().jsonPath().getLong("data.created[0].id");
        want(store, "[{\"topic\": \"orders/create\", \"fields\": [\"id\", \"note\"]}]");

        get("plan", store)
                .body("data.update.id", contains(id))
                .body("data.update.how", contains("change"))
                .body("data.update[0].to.fields", contains("id", "note"));
        register(store).body("data.updated.id", contains(id)).body("data.created", empty());

        get("plan", store).body("data.fulfilled", equalTo(true));
    }

    @Test
    void fieldsThatTheMirrorCannotLiveWithAreRefused() throws SQLException {
        String store = TestStores.register(shop);
        want(store, "[{\"topic\": \"products/update\", \"fields\": [\"id\"]}]");

        register(store)
                .body("success", equalTo(false))
                .body("data.errors.code", contains("fields_insufficient"))
                .body("data.errors[0].message", containsString("variant_gids"));
        assertThat(Simulator.addresses(shop)).isEmpty();
    }

    @Test
    void planShowsWhatARegistrationWouldDoAndDoesNothing() {
        String store = TestStores.register(shop);
        Simulator.subscribe(shop, "products/update", "https://other.example.com/hook");
        long kept = Simulator.subscribe(shop, "products/create", BASE + "products/create");

        get("plan", store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("2 to create, 0 to update, 0 to remove, 1 kept, 1 foreign"))
                .body("data.fulfilled", equalTo(false))
                .body("data.create.topic", contains("products/update", "products/delete"))
                .body("data.create.address", hasItem(BASE + "products/update"))
                .body("data.keep.id", contains(kept))
                .body("data.foreign.address", contains("https://other.example.com/hook"))
                .body("data.warnings", contains(containsString("simulator")));
        assertThat(Simulator.addresses(shop)).hasSize(2);
    }

    @Test
    void formerBaseUrlIsMigratedAndForeignLeftAlone() throws SQLException {
        String store = TestStores.register(shop);
        String then = "https://" + shop.replace(".myshopify.com", ".example.com");
        long old = Simulator.subscribe(shop, "products/update", then + "/api/shopify/webhooks/products/update");
        Simulator.subscribe(shop, "products/create", then + ".evil.example/api/shopify/webhooks/products/create");
        execute("INSERT INTO webhook_base_url (base_url) VALUES (?)", then);
        execute(
                "INSERT INTO webhook_subscription (store_id, webhook_id, topic, address, base_url)"
                        + " VALUES (?::uuid, " + old + ", 'products/update', 'x', ?)",
                store,
                then);

        get("plan", store).body("data.update.how", contains("move")).body("data.update.id", contains(old));
        register(store)
                .body("success", equalTo(true))
                .body("message", equalTo("Registered 3 webhook(s) for store Acme, 1 of a former base URL deleted"))
                .body("data.removed.id", contains(old));

        assertThat(Simulator.addresses(shop))
                .containsExactlyInAnyOrder(
                        BASE + "products/create",
                        BASE + "products/update",
                        BASE + "products/delete",
                        then + ".evil.example/api/shopify/webhooks/products/create");
        assertThat(recorded(store)).hasSize(3).allMatch(row -> row.endsWith("http://localhost:3001"));
    }
}
