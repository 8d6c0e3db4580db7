package dev.shopmirror.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import org.junit.jupiter.api.Test;

import dev.shopmirror.localstack.PostgresLogin;
import dev.shopmirror.localstack.WithKafka;
import dev.shopmirror.localstack.WithPostgres;

/** What is promised must not depend on how somebody set up the server. */
@QuarkusTest
@WithKafka
@WithPostgres(login = PostgresLogin.SYNC)
class SessionTest {

    private static final String SET_BY_THE_CLIENT =
            "SELECT name, setting FROM pg_settings WHERE source = 'client' AND name = ANY (ARRAY["
                    + "'default_transaction_isolation', 'synchronous_commit', 'lock_timeout', "
                    + "'idle_in_transaction_session_timeout'])";

    @Inject
    Pool pool;

    @Test
    void everySessionBringsItsOwnSettings() {
        Map<String, String> settings = new HashMap<>();
        for (Row row : pool.query(SET_BY_THE_CLIENT).execute().await().atMost(Duration.ofSeconds(30))) {
            settings.put(row.getString(0), row.getString(1));
        }

        assertThat(settings)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "default_transaction_isolation", "read committed",
                        "synchronous_commit", "on",
                        "lock_timeout", "60000",
                        "idle_in_transaction_session_timeout", "120000"));
    }
}
