package dev.shopmirror.sync.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class LiveLagTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    LiveLag lag;

    @Inject
    SmallRyeConfig config;

    @Test
    void nothingWaitsWhereNothingIsDelivered() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(lag.read().await().atMost(PATIENCE)).hasValue(0));
    }

    /** The broker answers one request of a connection after the other, and a fetch waits for records. */
    @Test
    void patienceOutlastsTheFetchUnderWay() {
        long fetchMillis = config.getValue("mp.messaging.incoming.webhooks.fetch.max.wait.ms", Long.class);

        assertThat(Duration.ofMillis(2 * fetchMillis)).isLessThan(LiveLag.PATIENCE);
    }
}
