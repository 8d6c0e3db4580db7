package dev.shopmirror.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.shopmirror.system.cluster.Cluster;
import dev.shopmirror.system.cluster.Instance;

/** Settings with which a service would break its promise end it at its start. */
class RefusedSettingsIT {

    @Test
    void ledgerThatForgetsBeforeKafkaDoesIsRefused() throws IOException {
        Map<String, String> settings = new HashMap<>(Cluster.syncSettings());
        settings.put("SHOPMIRROR_RETENTION_DELIVERIES", "1h");

        try (Instance sync = Instance.start("sync-service", "forgetful-sync", settings, List.of())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> !sync.process().isAlive());

            assertThat(sync.logLines()).anySatisfy(line -> assertThat(line)
                    .contains("SHOPMIRROR_RETENTION_DELIVERIES", "1 h", "at least 14 d"));
        }
    }
}
