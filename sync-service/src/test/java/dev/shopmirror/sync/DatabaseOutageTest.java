package dev.shopmirror.sync;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.KafkaServer;
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
@TestProfile(DatabaseOutageTest.SoonMissed.class)
class DatabaseOutageTest {

    /** Kafka takes a consumer for dead that does not poll for this long, shorter than the outage. */
    public static class SoonMissed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "mp.messaging.incoming.webhooks.max.poll.interval.ms", "3000",
                    "mp.messaging.incoming.bulk.max.poll.interval.ms", "3000");
        }
    }

    private static final Duration OUTAGE = Duration.parse(System.getProperty("shopmirror.outage", "PT5S"));
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final int EVENTS = 1_000;
    private static final List<String> GROUPS = List.of("sync-service", "sync-service-bulk");

    @Test
    void whatComesMeanwhileIsAppliedAfterwards() throws Exception {
        try (TestShop shop = TestShop.active()) {
            Set<String> members = awaitMembers();
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
            assertThat(members()).isEqualTo(members);
        }
    }

    private static Set<String> awaitMembers() throws Exception {
        await().atMost(MARGIN).until(() -> members().size() == GROUPS.size());
        return members();
    }

    /** Who consumes: one that was taken for dead comes back under another id. */
    private static Set<String> members() throws Exception {
        try (Admin kafka =
                Admin.create(Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers()))) {
            return kafka.describeConsumerGroups(GROUPS).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        }
    }
}
