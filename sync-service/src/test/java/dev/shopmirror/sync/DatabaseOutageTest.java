package dev.shopmirror.sync;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.PostgresServer;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/**
 * The database is gone, and comes back. {@code -Dshopmirror.outage=PT5M} for longer than the 5 s of every build.
 */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class DatabaseOutageTest {

    private static final Duration OUTAGE = Duration.parse(System.getProperty("shopmirror.outage", "PT5S"));
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int EVENTS = 1_000;

    @Test
    void whatComesMeanwhileIsAppliedAfterwards() {
        try (TestShop shop = TestShop.active()) {
            PostgresServer.shared().stop();
            try {
                try (Backlog fresh = Backlog.fresh()) {
                    for (int id = 1; id <= EVENTS; id++) {
                        fresh.add(shop, "products/update", "{\"id\":%d,\"title\":\"late\"}".formatted(id));
                    }
                }
                await("alive, and not ready")
                        .during(OUTAGE)
                        .atMost(OUTAGE.plus(MARGIN))
                        .until(() -> get("/q/health/live").statusCode() == 200
                                && get("/q/health/ready").statusCode() == 503);
            } finally {
                PostgresServer.shared().start();
            }

            await().atMost(MARGIN).untilAsserted(() -> assertThat(
                            shop.ledger("SELECT outcome FROM webhook_delivery WHERE shop_domain = ?"))
                    .isEqualTo(Collections.nCopies(EVENTS, "applied")));
            assertThat(shop.deadLetterReasons()).isEmpty();
        }
    }
}
