package dev.shopmirror.admin.webhook;

import static dev.shopmirror.admin.webhook.WebhookCalls.delete;
import static dev.shopmirror.admin.webhook.WebhookCalls.execute;
import static dev.shopmirror.admin.webhook.WebhookCalls.get;
import static dev.shopmirror.admin.webhook.WebhookCalls.recorded;
import static dev.shopmirror.admin.webhook.WebhookCalls.register;
import static dev.shopmirror.admin.webhook.WebhookCalls.setStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class WebhookDeletionTest {

    private final String shop = TestStores.newDomain();

    @Test
    void recordOfWhatShopifyNoLongerHasIsRemovedByAList() throws SQLException {
        String store = TestStores.register(shop);
        long id =
                register(store, List.of("products/update")).extract().jsonPath().getLong("data.created[0].id");
        Simulator.unsubscribe(shop, id);

        get("list", store).body("count", equalTo(0));

        assertThat(recorded(store)).isEmpty();
    }

    @Test
    void unregisterDeletesOursAndSkipsTheOthers() throws SQLException {
        String store = TestStores.register(shop);
        Simulator.subscribe(shop, "orders/create", "https://other.example.com/hook");
        execute("UPDATE store SET heals_drift = true WHERE id = ?::uuid", store);
        List<Number> ids = register(store).extract().path("data.created.id");

        delete("unregister/" + store)
                .statusCode(200)
                .body("success", equalTo(true))
                .body("message", equalTo("Deleted 3 webhook(s)"))
                .body("data.deleted", equalTo(ids))
                .body("data.errors", empty())
                .body("data.skipped.address", contains("https://other.example.com/hook"));
        assertThat(Simulator.addresses(shop)).containsExactly("https://other.example.com/hook");
        assertThat(recorded(store)).isEmpty();
        assertThat(Database.text("SELECT heals_drift FROM store WHERE id = ?::uuid", store))
                .isEqualTo("f");
    }

    @Test
    void storeThatIsSwitchedOffIsListedAndUnregistered() throws SQLException {
        String store = TestStores.register(shop);
        List<Number> ids = register(store).extract().path("data.created.id");
        setStatus(store, "inactive");

        register(store).statusCode(409).body("code", equalTo("store-not-active"));
        get("list", store).statusCode(200).body("count", equalTo(3));
        delete(store + "/" + ids.get(0)).statusCode(200);
        delete("unregister/" + store).statusCode(200).body("data.deleted", equalTo(ids.subList(1, 3)));

        assertThat(Simulator.addresses(shop)).isEmpty();
        assertThat(Database.text("SELECT status FROM store WHERE id = ?::uuid", store))
                .isEqualTo("inactive");
    }

    @Test
    void storeThatShopifyTurnedAwayCannotBeUnregistered() throws SQLException {
        String store = TestStores.register(shop);
        setStatus(store, "disconnected");

        delete("unregister/" + store).statusCode(409).body("code", equalTo("store-not-active"));
        get("list", store).statusCode(409);
    }

    @Test
    void oneWebhookIsDeletedByItsIdWhoeverMadeIt() {
        String store = TestStores.register(shop);
        long foreign = Simulator.subscribe(shop, "orders/create", "https://other.example.com/hook");
        try (LogRecorder log = LogRecorder.open()) {
            delete(store + "/" + foreign)
                    .statusCode(200)
                    .body("success", equalTo(true))
                    .body("message", equalTo("Webhook deleted successfully"));

            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Webhook deleted actor=olga@example.com store=" + store)
                            && line.contains("ours=false"));
        }
        assertThat(Simulator.addresses(shop)).isEmpty();
    }

    @Test
    void webhookOfAnotherStoreIsUnknown() {
        String store = TestStores.register(shop);
        String other = TestStores.newDomain();
        Simulator.openShop(other);
        long id = Simulator.subscribe(other, "orders/create", "https://other.example.com/hook");

        delete(store + "/" + id).statusCode(404).body("code", equalTo("webhook-not-found"));

        assertThat(Simulator.addresses(other)).hasSize(1);
    }

    @Test
    void webhookIdThatIsNoNumberIsMalformed() {
        String store = TestStores.register(shop);

        for (String id : List.of("abc", "-1", "1.5", "99999999999999999999")) {
            delete(store + "/" + id).statusCode(400).body("errors.field", contains("webhookId"));
        }
    }
}
