package dev.shopmirror.sync.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.shopmirror.event.KafkaTopics;

/** Settings whose defaults break the promise after a minute or a day: too late for a test to wait for. */
class KafkaSettingsTest {

    private final Properties settings = new Properties();

    @BeforeEach
    void load() throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            settings.load(in);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhooks", "bulk"})
    void batchMayBeRetriedForAsLongAsTheDatabaseIsAway(String channel) {
        assertThat(incoming(channel, "commit-strategy")).isEqualTo("throttled");
        assertThat(incoming(channel, "throttled.unprocessed-record-max-age.ms")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhooks", "bulk"})
    void newGroupBeginsWithTheOldestRecord(String channel) {
        assertThat(incoming(channel, "auto.offset.reset")).isEqualTo("earliest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dead-letters", "overflow"})
    void largestRecordCanBeSentOnAndIsAcknowledgedByAllReplicas(String channel) {
        assertThat(outgoing(channel, "max.request.size")).isEqualTo(Integer.toString(KafkaTopics.MAX_RECORD_BYTES));
        assertThat(outgoing(channel, "acks")).isEqualTo("all");
    }

    /** The connector tries for as long again. */
    @Test
    void deadLettersAreGivenUpBeforeTheirTransactionIs() {
        String transaction = "quarkus.datasource.reactive.additional-properties.idle_in_transaction_session_timeout";

        assertThat(2 * Integer.parseInt(outgoing("dead-letters", "delivery.timeout.ms")))
                .isLessThan(Integer.parseInt(resolved(transaction)) / 2);
    }

    private String incoming(String channel, String name) {
        return resolved("mp.messaging.incoming." + channel + "." + name);
    }

    private String outgoing(String channel, String name) {
        return resolved("mp.messaging.outgoing." + channel + "." + name);
    }

    private String resolved(String key) {
        String value = settings.getProperty(key);
        return value != null && value.startsWith("${") ? resolved(value.substring(2, value.length() - 1)) : value;
    }
}
