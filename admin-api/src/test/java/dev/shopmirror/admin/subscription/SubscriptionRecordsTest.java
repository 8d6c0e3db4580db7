package dev.shopmirror.admin.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class SubscriptionRecordsTest {

    private final String baseUrl = "https://" + UUID.randomUUID() + ".example.com";

    @Inject
    SubscriptionRecords records;

    @Test
    void baseUrlOutlivesTheStoreThatItWasRecordedFor() {
        UUID gone = store();
        await(records.record(gone, FakeShop.subscription(7, "products/update", baseUrl + "/x"), baseUrl));
        Database.update("DELETE FROM store WHERE id = ?", gone);

        assertThat(await(records.of(store())).baseUrls()).contains(baseUrl);
    }

    @Test
    void subscriptionIsRecordedOverAndOver() {
        UUID store = store();
        for (String address : new String[] {baseUrl + "/x", baseUrl + "/y"}) {
            await(records.record(store, FakeShop.subscription(7, "products/update", address), baseUrl));
        }

        assertThat(await(records.of(store)).ids()).containsExactly(7L);
        assertThat(Database.text("SELECT address FROM webhook_subscription WHERE store_id = ?", store))
                .isEqualTo(baseUrl + "/y");
    }

    private static UUID store() {
        return UUID.fromString(TestStores.register(TestStores.newDomain(), "shpat_1"));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }
}
