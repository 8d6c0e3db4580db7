package dev.shopmirror.localstack.runlocal;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import dev.shopmirror.localstack.PostgresServer;

/** A store, its webhooks and a few products: the way of an event from end to end, once. */
final class Demo {

    private final Progress progress;
    private final Mirror mirror;
    private final URI ingest;
    private final URI admin;
    private final DemoCatalogue catalogue;

    Demo(Progress progress, PostgresServer postgres, URI ingest, URI admin, String simulatorUrl) {
        this.progress = progress;
        this.mirror = new Mirror(postgres);
        this.ingest = ingest;
        this.admin = admin;
        this.catalogue = new DemoCatalogue(simulatorUrl);
    }

    /**
     * @param environment so far; holds the operator's token
     * @return what the demo adds to it
     */
    Map<String, String> run(Map<String, String> environment, Secrets secrets, boolean check) throws Exception {
        DemoStore store = new DemoStore(admin, environment.getOrDefault("ADMIN_TOKEN", ""));
        String storeId = progress.get("Demo store, through admin-api", () -> store.create(secrets.accessToken()));
        JsonNode registered =
                progress.get("Its webhooks registered, through admin-api", () -> store.registerWebhooks(storeId));
        Instant begin = Instant.now();
        progress.step("Products changed at Shopify, delivered, mirrored", () -> changeProducts(begin));
        printRows();
        if (check) {
            RegistrationCheck registration = new RegistrationCheck(store, storeId, ingest);
            progress.step(
                    "The registration's answer says what is there", () -> registration.saysWhatIsThere(registered));
            progress.step("A second registration creates nothing", registration::secondCreatesNothing);
            check(SignedWebhook.of(secrets.clientSecret()));
        }
        return Map.of("DEMO_STORE_ID", storeId, "DEMO_SHOP_DOMAIN", DemoStore.DOMAIN);
    }

    private void changeProducts(Instant begin) throws Exception {
        catalogue.fill();
        mirror.await("the demo's rows", rows -> DemoCatalogue.PRODUCTS.stream().allMatch(id -> rows.stream()
                .anyMatch(row -> row.id() == id && row.syncedAt().isAfter(begin) && row.available() != null)));
    }

    private void check(SignedWebhook webhook) throws Exception {
        Check check = new Check(ingest, catalogue, mirror);
        progress.step("Rows of these products equal the simulator's truth", check::rowsEqualTruth);
        progress.step("A signed webhook becomes a row", () -> check.signedWebhookBecomesARow(webhook));
        progress.step("A forged webhook is refused", () -> check.unsignedWebhookIsRefused(webhook));
        progress.step("A deleted product is gone", check::deletedProductIsGone);
    }

    private void printRows() throws SQLException {
        progress.say("\n  shopify_product      title              variant prices   stock  synced_at");
        for (Mirror.Product row : mirror.products()) {
            progress.say("  %-19d  %-17s  %-15s  %5s  %s"
                    .formatted(
                            row.id(),
                            row.title(),
                            String.join(", ", row.prices()),
                            row.available() == null ? "" : row.available(),
                            row.syncedAt()));
        }
    }
}
