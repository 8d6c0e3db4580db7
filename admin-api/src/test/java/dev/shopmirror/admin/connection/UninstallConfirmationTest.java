package dev.shopmirror.admin.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.shopmirror.admin.Database;
import dev.shopmirror.admin.LogRecorder;
import dev.shopmirror.admin.Simulator;
import dev.shopmirror.admin.TestStores;
import dev.shopmirror.admin.WithAdminEnvironment;
import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@TestProfile(UninstallConfirmationTest.EverySecond.class)
@WithPostgres(login = PostgresLogin.ADMIN)
@WithAdminEnvironment
class UninstallConfirmationTest {

    public static final class EverySecond implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("uninstall.confirm-every", "1s");
        }
    }

    private final String shop = TestStores.newDomain();
    private String store;

    @BeforeEach
    void registerStore() {
        store = TestStores.register(shop);
    }

    @Test
    void reportedUninstallIsConfirmedOnceShopifyRefusesTheToken() {
        Simulator.uninstall(shop);
        try (LogRecorder log = LogRecorder.open()) {
            report();

            await("uninstall_confirmed_at IS NOT NULL AND status = 'uninstalled'");
            Awaitility.await().untilAsserted(() -> assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("audit ")
                            && line.contains("Uninstallation confirmed actor=shopmirror store=" + store)));
        }
    }

    @Test
    void reportedUninstallIsLiftedWhileTheTokenStillOpensTheShop() {
        report();

        await("status = 'active' AND uninstalled_at IS NULL AND needs_backfill");
    }

    @Test
    void storeThatCannotBeAskedKeepsNobodyElseFromIt() {
        String keyless = TestStores.register(TestStores.newDomain(), "shpat_1");
        Database.update(
                "UPDATE store SET status = 'uninstalled', uninstalled_at = now(), access_token = NULL WHERE id = ?::uuid",
                keyless);
        report();

        await("status = 'active'");
        assertThat(Database.text("SELECT status FROM store WHERE id = ?::uuid", keyless))
                .isEqualTo("uninstalled");
    }

    private void report() {
        Database.update(
                "UPDATE store SET status = 'uninstalled', uninstalled_at = now(), needs_backfill = false WHERE id = ?::uuid",
                store);
    }

    private void await(String condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> "t"
                .equals(Database.text("SELECT " + condition + " FROM store WHERE id = ?::uuid", store)));
    }
}
