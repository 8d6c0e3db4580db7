package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** A database that neither answers nor hangs up, as when its machine loses the network. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
@TestProfile(SilentDatabaseTest.Impatient.class)
class SilentDatabaseTest {

    public static class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("shopmirror.batch.attempt-timeout", "2s");
        }
    }

    @Test
    void silentConnectionIsGivenUpAndTheBatchTriedAgain() throws Exception {
        try (TestShop shop = TestShop.active()) {
            shop.deliver("products/update", titled("before", 1), "2026-03-01T00:00:00Z");
            shop.awaitOutcomes(1);
            List<String> sessions = sessions();
            assertThat(sessions).isNotEmpty();
            signal("STOP", sessions);
            try {
                shop.deliver("products/update", titled("after", 2), "2026-03-02T00:00:00Z");

                assertThat(shop.awaitOutcomes(2)).containsExactly("applied", "applied");
            } finally {
                signal("CONT", sessions);
            }
            assertThat(shop.value("SELECT title FROM shopify_product WHERE store_id = ?"))
                    .isEqualTo("after");
        }
    }

    private static String titled(String title, int day) {
        return "{\"id\":7,\"title\":\"" + title + "\",\"updated_at\":\"2026-03-0" + day + "T00:00:00Z\"}";
    }

    /** Process ids of the service's sessions. */
    private static List<String> sessions() throws SQLException {
        try (Connection connection = PostgresServer.shared().ownerConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT pid FROM pg_stat_activity WHERE usename = ?")) {
            query.setString(1, PostgresLogin.SYNC.username());
            try (ResultSet rows = query.executeQuery()) {
                List<String> pids = new ArrayList<>();
                while (rows.next()) {
                    pids.add(rows.getString(1));
                }
                return pids;
            }
        }
    }

    private static void signal(String name, List<String> pids) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + name + " " + String.join(" ", pids))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }
}
