package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;
import dev.shopmirror.sync.delivery.BatchTransaction;

/** What Shopify tells of the shop itself. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class StoreLifeCycleTest {

    private static final Instant NOW = Instant.now();

    private final TestShop shop = TestShop.active();

    @Inject
    BatchTransaction transaction;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void uninstallDeactivatesTheStoreAndItsDeliveriesAreIgnored() {
        assertThat(uninstall(NOW.plusSeconds(60), NOW)).isEqualTo("applied");

        assertThat(status()).isEqualTo("uninstalled");
        assertThat(apply("products/update", "{\"id\":7,\"title\":\"late\"}")).isEqualTo("ignored: inactive_store");
        assertThat(uninstall(NOW.plusSeconds(61), NOW)).isEqualTo("stale");
    }

    @Test
    void uninstallRemembersWhatTheStoreWas() {
        shop.change("status = 'inactive'");

        assertThat(uninstall(NOW.plusSeconds(60), NOW)).isEqualTo("applied");
        assertThat(shop.value("SELECT concat_ws(' ', status, status_before_uninstall) FROM store WHERE id = ?"))
                .isEqualTo("uninstalled inactive");
    }

    @Test
    void lateUninstallDoesNotUndoANewInstallation() {
        shop.change("installed_at = now() - interval '1 hour'");

        assertThat(uninstall(NOW.minus(Duration.ofHours(2)), NOW)).isEqualTo("stale");
        assertThat(status()).isEqualTo("active");
    }

    @Test
    void ignoredDeliveryIsAppliedWhenItIsReplayed() {
        shop.change("status = 'inactive'");
        String id = "f1d3a6c0-0000-4000-8000-000000000001";
        String body = "{\"id\":7,\"title\":\"kept\"}";
        assertThat(TestBatch.of(shop)
                        .add(id, "products/update", body, NOW.toString())
                        .apply(transaction))
                .containsExactly("ignored: inactive_store");

        shop.change("status = 'active'");
        assertThat(TestBatch.of(shop)
                        .replayed()
                        .add(id, "products/update", body, NOW.toString())
                        .apply(transaction))
                .containsExactly("applied");
        assertThat(shop.ledger("SELECT outcome || ' ' || attempts || ' ' || source FROM webhook_delivery "
                        + "WHERE shop_domain = ?"))
                .containsExactly("applied 2 replay");
    }

    @Test
    void shopIsErasedADayAfterItWasUninstalled() {
        TestBatch.of(shop)
                .add("products/create", TestShop.payload("products-create-two-variants"), NOW.toString())
                .add("locations/create", TestShop.payload("locations-create"), NOW.toString())
                .add("inventory_items/create", TestShop.payload("inventory-items-create"), NOW.toString())
                .add("inventory_levels/update", TestShop.payload("inventory-levels-update"), NOW.toString())
                .add("products/delete", "{\"id\":9}", NOW.toString())
                .apply(transaction);
        shop.change("access_token = 'k1:secret', refresh_token = 'k1:secret', name = 'Kiln & Co', "
                + "access_scopes = '{read_products}', currency = 'CAD', shopify_shop_id = 548380009, "
                + "installed_at = now() - interval '9 days'");
        uninstall(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(2)));

        assertThat(redact(NOW)).isEqualTo("applied");

        assertThat(shop.value("SELECT concat_ws(' ', status, access_token, refresh_token, access_scopes, currency, "
                        + "shopify_shop_id, name) FROM store WHERE id = ?"))
                .isEqualTo("redacted " + shop.domain());
        assertThat(shop.value("SELECT (SELECT count(*) FROM shopify_product WHERE store_id = s.id) "
                        + "+ (SELECT count(*) FROM shopify_product_variant WHERE store_id = s.id) "
                        + "+ (SELECT count(*) FROM shopify_inventory_item WHERE store_id = s.id) "
                        + "+ (SELECT count(*) FROM shopify_inventory_level WHERE store_id = s.id) "
                        + "+ (SELECT count(*) FROM shopify_location WHERE store_id = s.id) "
                        + "+ (SELECT count(*) FROM tombstone WHERE store_id = s.id) FROM store s WHERE id = ?"))
                .isEqualTo(0L);
        assertThat(redact(NOW)).isEqualTo("ignored: inactive_store");
    }

    @Test
    void nothingIsWrittenIntoAnErasedStoreByTheRestOfItsBatch() {
        shop.change("status = 'uninstalled', uninstalled_at = now() - interval '2 days'");
        String named = "{\"shop_id\":548380009,\"shop_domain\":\"" + shop.domain() + "\"}";

        assertThat(TestBatch.of(shop)
                        .add("shop/redact", named, NOW.toString())
                        .add("customers/redact", named, NOW.plusSeconds(1).toString())
                        .add(
                                "shop/update",
                                TestShop.payload("shop"),
                                NOW.plusSeconds(2).toString())
                        .apply(transaction))
                .containsExactly("applied", "applied", "stale");
        assertThat(shop.value("SELECT concat_ws(' ', status, currency, shopify_shop_id) FROM store WHERE id = ?"))
                .isEqualTo("redacted");
    }

    @Test
    void shopInUseIsNotErased() {
        apply("products/update", "{\"id\":7,\"title\":\"here\"}");

        assertThat(redact(NOW)).isEqualTo("stale: not_uninstalled");
        assertThat(status()).isEqualTo("active");
        assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                .isEqualTo("here");
    }

    @Test
    void shopIsNotErasedWithinADayOfItsUninstall() {
        shop.change("installed_at = now() - interval '9 days'");
        // a claim of Triggered-At does not make the day shorter
        uninstall(NOW.minus(Duration.ofDays(3)), NOW.minus(Duration.ofHours(23)));

        assertThat(redact(NOW)).isEqualTo("stale: not_uninstalled");
        assertThat(status()).isEqualTo("uninstalled");
    }

    /** They have different keys in Kafka: after a long outage either may be read first. */
    @Test
    void shopIsErasedAlsoWhenTheDemandIsReadBeforeTheUninstall() {
        shop.change("installed_at = now() - interval '9 days'");
        apply("products/update", "{\"id\":7,\"title\":\"here\"}");
        assertThat(redact(NOW)).isEqualTo("stale: not_uninstalled");

        assertThat(uninstall(NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(2))))
                .isEqualTo("applied");

        assertThat(status()).isEqualTo("redacted");
        assertThat(shop.values("SELECT id FROM shopify_product WHERE store_id = ?"))
                .isEmpty();
        assertThat(outcomes())
                .containsExactly("app/uninstalled applied", "products/update applied", "shop/redact applied");
    }

    @Test
    void demandFromBeforeTheUninstallErasesNothing() {
        shop.change("installed_at = now() - interval '9 days'");
        assertThat(redact(NOW.minus(Duration.ofDays(2)))).isEqualTo("stale: not_uninstalled");

        assertThat(uninstall(NOW, NOW)).isEqualTo("applied");

        assertThat(status()).isEqualTo("uninstalled");
        assertThat(outcomes()).containsExactly("app/uninstalled applied", "shop/redact stale not_uninstalled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"customers/redact", "customers/data_request"})
    void customerTopicsAreRecordedWithoutCustomerData(String topic) {
        String body = "{\"shop_id\":954889,\"shop_domain\":\"" + shop.domain()
                + "\",\"customer\":{\"id\":191167,\"email\":\"ada@example.com\"},\"orders_to_redact\":[299938]}";

        assertThat(apply(topic, body)).isEqualTo("applied");
        assertThat(shop.ledger("SELECT d::text FROM webhook_delivery d WHERE shop_domain = ?"))
                .singleElement()
                .asString()
                .contains(topic)
                .doesNotContain("191167", "ada@example.com", "299938");
    }

    @Test
    void complianceTopicsReachUninstalledStores() {
        shop.change("status = 'uninstalled', uninstalled_at = now()");

        assertThat(apply("customers/redact", "{\"shop_id\":954889,\"shop_domain\":\"" + shop.domain() + "\"}"))
                .isEqualTo("applied");
    }

    @Test
    void scopesAreThoseOfTheNewestUpdate() {
        assertThat(scopes("read_inventory\",\"read_products", "2026-03-02T00:00:00.500Z"))
                .isEqualTo("applied");
        assertThat(scopes("read_products", "2026-03-02T00:00:00.250Z")).isEqualTo("stale");

        assertThat(shop.value("SELECT array_to_string(access_scopes, ' ') FROM store WHERE id = ?"))
                .isEqualTo("read_inventory read_products");
    }

    @Test
    void shopUpdateTellsCurrencyAndId() {
        String body = TestShop.payload("shop")
                .replace("\"myshopify_domain\":null", "\"myshopify_domain\":\"" + shop.domain() + "\"");

        assertThat(apply("shop/update", body)).isEqualTo("applied");
        assertThat(shop.row("SELECT currency, shopify_shop_id FROM store WHERE id = ?"))
                .containsEntry("currency", "CAD")
                .containsEntry("shopify_shop_id", 548380009L);
    }

    /** Whose token Shopify refused: what it delivers is as good as before. */
    @Test
    void disconnectedStoreIsMirroredOn() {
        shop.change("status = 'disconnected'");

        assertThat(apply("products/update", "{\"id\":7,\"title\":\"still here\"}"))
                .isEqualTo("applied");
    }

    @Test
    void currencyIsThatOfTheNewestShopUpdate() {
        assertThat(shopUpdate("USD", "2026-03-01T00:00:00Z", NOW)).isEqualTo("applied");
        assertThat(shopUpdate("CAD", "2026-03-02T00:00:00Z", NOW)).isEqualTo("applied");
        assertThat(shopUpdate("USD", "2026-03-01T00:00:00Z", NOW)).isEqualTo("stale");

        assertThat(shop.value("SELECT currency FROM store WHERE id = ?")).isEqualTo("CAD");
    }

    /** Bodies are signed, Triggered-At is not. */
    @Test
    void capturedShopUpdateIsStaleHoweverLateItClaimsToBe() {
        assertThat(shopUpdate("CAD", "2026-03-02T00:00:00Z", NOW)).isEqualTo("applied");
        assertThat(shopUpdate("USD", "2025-03-02T00:00:00Z", NOW.plusSeconds(60)))
                .isEqualTo("stale");

        assertThat(shop.value("SELECT currency FROM store WHERE id = ?")).isEqualTo("CAD");
    }

    @Test
    void idIsNotLearnedFromABodyThatDoesNotNameTheShop() {
        assertThat(apply("shop/update", TestShop.payload("shop"))).isEqualTo("applied");
        assertThat(shop.values("SELECT shopify_shop_id FROM store WHERE id = ?"))
                .containsExactly((Object) null);
    }

    private String uninstall(Instant triggeredAt, Instant receivedAt) {
        return TestBatch.of(shop)
                .receivedAt(receivedAt)
                .add("app/uninstalled", TestShop.payload("shop"), triggeredAt.toString())
                .apply(transaction)
                .get(0);
    }

    private String shopUpdate(String currency, String updatedAt, Instant triggeredAt) {
        String body = TestShop.payload("shop")
                .replace("\"updated_at\":null", "\"updated_at\":\"" + updatedAt + "\"")
                .replace("\"currency\":\"CAD\"", "\"currency\":\"" + currency + "\"");
        return TestBatch.of(shop)
                .add("shop/update", body, triggeredAt.toString())
                .apply(transaction)
                .get(0);
    }

    private String redact(Instant receivedAt) {
        return TestBatch.of(shop)
                .receivedAt(receivedAt)
                .add(
                        "shop/redact",
                        "{\"shop_id\":548380009,\"shop_domain\":\"" + shop.domain() + "\"}",
                        receivedAt.toString())
                .apply(transaction)
                .get(0);
    }

    private String scopes(String current, String updatedAt) {
        return apply(
                "app/scopes_update",
                "{\"id\":1,\"shop_id\":\"gid://shopify/Shop/548380009\",\"previous\":[],\"current\":[\"" + current
                        + "\"],\"updated_at\":\"" + updatedAt + "\"}");
    }

    private String apply(String topic, String body) {
        return TestBatch.of(shop)
                .add(topic, body, NOW.toString())
                .apply(transaction)
                .get(0);
    }

    private List<Object> outcomes() {
        return shop.ledger("SELECT concat_ws(' ', topic, outcome, reason) FROM webhook_delivery WHERE shop_domain = ? "
                + "ORDER BY topic");
    }

    private Object status() {
        return shop.value("SELECT status FROM store WHERE id = ?");
    }
}
